import { counting } from "../plural.ts";
import { permissions } from "./admin_permissions.ts";
import { audit, system } from "./admin_system.ts";
import { groupName } from "./group_names.ts";

const count = counting("en");

/** The words of: admin. */
export const admin = {
  menu: {
    allMailings: "All mailings",
    users: "Users",
    articles: "Articles",
    groups: "Groups",
    members: "Rights",
    system: "System",
  },
  forbidden: (permission: string) =>
    `This takes the permission “${permission}”, which your groups do not have. ` +
    "Nothing was changed. Ask an administrator if you need it.",
  permissions,
  system,
  audit,
  groupName,
  groups: {
    title: "Groups",
    about: "What the members of each group may do.",
    add: "New group",
    name: "Name",
    nameHelp:
      "Letters, digits, spaces and hyphens. It cannot be changed later.",
    members: "Users",
    permissions: "Permissions",
    permissionCount: (n: number) =>
      count(n, { one: "permission", many: "permissions" }),
    nothing: "None",
    builtIn: "The site itself needs this group, so it cannot be deleted.",
    kept:
      "The administrator group keeps its permissions, or nobody could mend the site. Only “Own mailings” can be given or taken.",
    parts: { mailings: "Mailings", users: "Users", site: "The site" },
    created: (name: string) => `The group ${name} is there. Put users into it.`,
    save: "Save permissions",
    create: "Make group",
    saved: (name: string) => `The permissions of ${name} are saved.`,
    savedAbout: "Permissions hold from the members’ next request.",
    show: "Show its users",
    deleteTitle: (name: string) => `Delete the group ${name}`,
    deleteQuestion: (name: string) =>
      `The group ${name} goes, with what it permits:`,
    deleteConfirm: "Delete the group",
    keep: "Keep the group",
    deleted: (name: string) => `The group ${name} is deleted.`,
  },
  users: {
    title: "Users and rights",
    search: "Name or e-mail",
    everybody: "Everybody",
    noMatch: (search: string) =>
      `No user has “${search}” in the name or the e-mail.`,
    noMembers: (name: string) => `Nobody is in the group ${name}.`,
    showAll: "Show all users",
    name: "Name",
    email: "E-mail",
    groups: "Groups",
    state: "State",
    joined: "Joined",
    noGroups: "No groups",
    edit: (name: string) => `Groups of ${name}`,
    delete: (name: string) => `Delete ${name}`,
    owns: "Owns",
    rights: "Groups",
    rightsHelp: "Groups hold from the user’s next request.",
    save: "Save groups",
    saved: (name: string) => `The groups of ${name} are saved.`,
    deleteAccount: "Delete the account",
    deleteTitle: (name: string) => `Delete ${name}`,
    deleteQuestion: (email: string) =>
      `The account of ${email} goes, and with it:`,
    losses: {
      runs: (mailings: string) => `${mailings}, with every run and its results`,
      waiting: "what is still waiting to go out",
    },
    typed: "Their e-mail address",
    typedHelp: (email: string) => `Type ${email} to delete the account.`,
    typedWrong: (email: string) =>
      `This is not the address of this account. Nothing was deleted. Type ${email}.`,
    deleteConfirm: "Delete the account and all of this",
    keep: "Keep the account",
    deleted: (email: string) =>
      `The account of ${email} is deleted. What it owned is being removed, and nothing more of it goes out.`,
  },
};
