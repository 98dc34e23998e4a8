import {
  Permission,
  type Permissions,
} from "../../../../../core/access/permissions.ts";

/** The names of a group's permissions, in the order in which all are told everywhere. */
export function namesOf(
  group: { permissions: readonly Permission[] },
  words: Readonly<Record<Permission, { name: string }>>,
): string[] {
  const given: Permissions = new Set(group.permissions);
  return Permission.options.filter((each) => given.has(each))
    .map((each) => words[each].name);
}
