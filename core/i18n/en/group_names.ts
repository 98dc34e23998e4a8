/** What a group is called: the names that a new site begins with are English. */
export function groupName(name: string): string {
  return name;
}
