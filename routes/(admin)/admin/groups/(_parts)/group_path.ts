/** The address of a group's page. */
export function groupPath(name: string): string {
  return `/admin/groups/${encodeURIComponent(name)}`;
}
