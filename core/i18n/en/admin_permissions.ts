/** Each permission: what it is called, and what whoever has it does. */
export const permissions = {
  "mailings.own": {
    name: "Own mailings",
    help: "Keeps clients, writes messages and sends mailings of their own.",
  },
  "mailings.view_any": {
    name: "View all mailings",
    help: "Looks at everybody’s mailings and changes none.",
  },
  "mailings.switch_off": {
    name: "Switch mailings off",
    help: "Switches any mailing off, and on again.",
  },
  "users.view": {
    name: "View users",
    help: "Sees the list of users and each user’s page.",
  },
  "users.block": {
    name: "Block users",
    help: "Blocks users, and lets them in again.",
  },
  "users.delete": {
    name: "Delete users",
    help: "Deletes users with all that they own.",
  },
  "groups.manage": {
    name: "Manage groups",
    help: "Makes groups and puts users into them.",
  },
  "articles.manage": {
    name: "Write articles",
    help: "Writes and publishes the articles of the blog.",
  },
  "system.view": {
    name: "View the system",
    help: "Sees the queue, the mail service and the journal.",
  },
};
