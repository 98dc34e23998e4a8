/** Values shorter than this are parts of ordinary words. */
const SHORTEST_VALUE = 6;

/** What takes the token and the address's own secrets out of a text. */
export function hider(
  { endpoint, token }: { endpoint: URL; token: string },
): (text: string) => string {
  const values = [...endpoint.searchParams.values()]
    .filter((value) => value.length >= SHORTEST_VALUE);
  const hidden = [token, encodeURIComponent(token), ...values]
    .filter((secret) => secret !== "");
  return (text) => {
    let shown = text.replaceAll(endpoint.href, endpoint.origin);
    if (endpoint.search !== "") shown = shown.replaceAll(endpoint.search, "");
    for (const secret of hidden) shown = shown.replaceAll(secret, "•••");
    return shown;
  };
}
