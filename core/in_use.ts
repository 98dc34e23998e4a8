const MAX_NAMED = 3;

/** Names the mailings that stand in the way of a deletion: `the mailings "A" and "B"`. */
export function mailingsNamed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMED).map((name) => `"${name}"`);
  const rest = names.length - shown.length;
  const list = rest > 0 ? [...shown, `${rest} more`] : shown;
  return `the ${names.length > 1 ? "mailings" : "mailing"} ${joined(list)}`;
}

function joined(list: readonly string[]): string {
  const last = list.at(-1) ?? "";
  const before = list.slice(0, -1).join(", ");
  return before ? `${before} and ${last}` : last;
}
