/** A path on this site to go on to, or the fallback if it is anything else. */
export function nextPath(
  value: string | null | undefined,
  fallback: string,
): string {
  if (!value || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(value)) return fallback;
  const url = URL.parse(value, "http://site.invalid");
  if (url?.host !== "site.invalid") return fallback;
  return url.pathname.startsWith("//") ? fallback : url.pathname + url.search;
}
