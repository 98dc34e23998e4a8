/** What the first version called the permission to work with what is one's own. */
const OWN = new Set([
  "clients.manage_own",
  "messages.manage_own",
  "mailings.manage_own",
]);

/** A group of the first version with today's names of permissions. */
export function renamedPermissions(old: unknown): unknown {
  if (typeof old !== "object" || old === null) return old;
  const { name, permissions } = old as { name: string; permissions: string[] };
  const renamed = permissions.map((each) =>
    OWN.has(each) ? "mailings.own" : each
  );
  // Only administrators could do then what this permission says.
  if (permissions.includes("groups.manage")) renamed.push("users.delete");
  return { name, permissions: renamed };
}
