/** Text of ASCII alone. */
// deno-lint-ignore no-control-regex -- ASCII is what it looks for
export const ASCII = /^[\x00-\x7F]*$/;

/** An address with its domain in ASCII, which every server takes; undefined if there is none. */
export function asciiDomain(address: string): string | undefined {
  if (ASCII.test(address)) return address;
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  if (ASCII.test(domain)) return address;
  const url = URL.parse(`http://${domain}`);
  return url?.hostname && url.href === `http://${url.hostname}/`
    ? `${address.slice(0, at)}@${url.hostname}`
    : undefined;
}
