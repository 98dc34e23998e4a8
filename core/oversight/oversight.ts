import {
  WatchedMailings,
  type WatchedMailingsParts,
} from "./watched_mailings.ts";
import { WatchedUsers, type WatchedUsersParts } from "./watched_users.ts";

/**
 * The service as managers see it. There is nothing here to change a mailing, a message or a
 * list with: what managers may do beyond looking is to switch off and on, to block and unblock.
 */
export class Oversight {
  readonly mailings: WatchedMailings;
  readonly users: WatchedUsers;

  constructor(parts: WatchedMailingsParts & WatchedUsersParts) {
    this.mailings = new WatchedMailings(parts);
    this.users = new WatchedUsers(parts);
  }
}
