/** The groups that a new site begins with. */
const FIRST: ReadonlyMap<string, string> = new Map([
  ["administrator", "администратор"],
  ["content manager", "контент-менеджер"],
  ["manager", "менеджер"],
  ["owner", "владелец"],
]);

/** What a group is called: one that was made here as it was typed. */
export function groupName(name: string): string {
  return FIRST.get(name) ?? name;
}
