import { counting } from "../plural.ts";

const count = counting("en");

/** The words of the pages on the system and of the journal. */
export const system = {
  title: "System",
  about: "How the service is doing right now.",
  mail: "Mail service",
  transport: "Sends by",
  state: "State",
  working: "Working",
  resting: "Left alone after trouble",
  probing: "Being tried with one message",
  until: "Next try",
  reason: "What it answered",
  queue: "Runs under way",
  noRuns: "No run is under way. The next one starts at its time.",
  mailing: "Mailing",
  owner: "Owner",
  waiting: "Waiting",
  delivered: "Delivered",
  refused: "Refused",
  shards: "Parts in hand",
  started: "Started",
  moreRuns: (n: number) => `The first ${n} are shown.`,
  workers: "Work",
  held: "Parts of runs that a worker has in hand",
  nextStart: "Next mailing",
  none: "none",
  awaitingPurge: "Deleted accounts still being cleared",
  errors: "Recent warnings",
  errorsAbout: "The last 50 of this process, kept in its memory.",
  noErrors: "Nothing to warn of since this process started.",
  when: "When",
  what: "What",
  store: "Store",
  users: "Users",
  clients: "Clients",
  mailings: "Mailings",
  versions: "Versions",
  process: "This process started",
  journal: "Journal",
  journalLink: "Open the journal",
};

/** The words of the journal of what managers and administrators did. */
export const audit = {
  title: "Journal",
  about: "What managers and administrators did, the newest first.",
  empty:
    "Nothing is written down yet. Blocking, switching off, deleting and changes of groups will be.",
  who: "Who",
  act: "Did what",
  to: "To whom or what",
  note: "Reason or details",
  acts: {
    "user.blocked": "Blocked a user",
    "user.unblocked": "Unblocked a user",
    "user.deleted": "Deleted a user",
    "user.groups_changed": "Changed a user’s groups",
    "mailing.switched_off": "Switched a mailing off",
    "mailing.switched_on": "Switched a mailing on",
    "group.created": "Made a group",
    "group.changed": "Changed a group",
    "group.deleted": "Deleted a group",
  },
  entries: (n: number) => count(n, { one: "entry", many: "entries" }),
};
