/**
 * The network that a remote address stands for when tries are counted: an IPv4 address
 * itself, but the first half of an IPv6 one, since one customer has all of the second.
 */
export function networkOf(ip: string): string {
  if (!ip.includes(":")) return ip;
  const mapped = ip.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)?.[1];
  if (mapped) return mapped;
  const [start = "", end] = ip.toLowerCase().split("::");
  const groups = groupsOf(start);
  const tail = groupsOf(end ?? "");
  const zeros = end === undefined ? 0 : 8 - groups.length - tail.length;
  return [...groups, ...Array<string>(Math.max(0, zeros)).fill("0"), ...tail]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

function groupsOf(text: string): string[] {
  return text === "" ? [] : text.split(":");
}
