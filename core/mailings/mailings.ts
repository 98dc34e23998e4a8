import { z } from "zod";
import { NotFound } from "../errors.ts";
import { parse } from "../parse.ts";
import type { Page, Store, Transaction } from "../storage/mod.ts";
import { singleLine } from "../text.ts";
import { AudienceChoice } from "./audience_choice.ts";
import type { Audiences } from "./audiences.ts";
import {
  type Audience,
  isUnfinished,
  type MailingSettings,
} from "./mailing.ts";
import { type MailingsPage, OVERALL, wanted } from "./mailing_list.ts";
import { type MailingRecords, mailingRecords } from "./mailing_records.ts";
import { mailingsOf, tallyMailing } from "./mailing_tally.ts";
import { OwnMailings } from "./own_mailings.ts";
import {
  pardonRuns,
  resumptionOf,
  type ResumptionParts,
} from "./resumption.ts";
import { switchedOff, switchedOn } from "./transitions.ts";

const SwitchingOff = z.object({ reason: singleLine("the reason", 300) });

/** What the mailings' store needs from the rest of the core. */
export interface MailingsOptions extends ResumptionParts {
  store: Store;
  audiences: Audiences;
  /** How many clients an owner has, or how many match; only none or some counts. */
  countClients: (ownerId: string, search?: string) => Promise<number>;
  /** How many of an owner's clients in an audience get mail; only none or some counts. */
  countRecipients: (ownerId: string, audience: Audience) => Promise<number>;
}

/** What names a mailing among those of all owners. */
export type MailingAddress = Pick<MailingSettings, "ownerId" | "id">;

/** A change of one mailing; it may run several times. */
export type MailingChange = (
  mailing: MailingSettings,
) => MailingSettings | Promise<MailingSettings>;

/** The mailings of all owners. */
export class Mailings {
  readonly #options: MailingsOptions;
  readonly #records: MailingRecords;

  constructor(options: MailingsOptions) {
    this.#options = options;
    this.#records = mailingRecords(options.store);
  }

  /** The mailings of one owner, and nobody else's. */
  of(ownerId: string): OwnMailings {
    const { store, audiences, runs, textOf } = this.#options;
    const { countClients, countRecipients } = this.#options;
    return new OwnMailings({
      ownerId,
      store,
      audiences: new AudienceChoice(ownerId, audiences),
      records: this.#records.of(ownerId),
      change: (id, change, tx) => this.change({ ownerId, id }, change, tx),
      hasActiveRun: async (id) => (await runs.activeOf(ownerId, id)).length > 0,
      resumptionOf: (mailing, now) => resumptionOf(this.#options, mailing, now),
      pardonRuns: (going, tx) => pardonRuns(this.#options, going, tx),
      hasText: async (textId) => await textOf(ownerId, textId) !== undefined,
      countClients: (search) => countClients(ownerId, search),
      countRecipients: (audience) => countRecipients(ownerId, audience),
    });
  }

  /** The mailings of all owners, to be read only. */
  everywhere(): ReturnType<MailingRecords["everywhere"]> {
    return this.#records.everywhere();
  }

  /** One page of the mailings of all owners. */
  list(
    { search, status, cursor, limit = 50 }: MailingsPage = {},
  ): Promise<Page<MailingSettings>> {
    return this.everywhere().list({
      ...wanted({ search, status }, OVERALL),
      reverse: true,
      cursor,
      limit,
    });
  }

  /** How many mailings there are, of all owners. */
  count(): Promise<number> {
    return this.#options.store.counters.get(["site", "mailings"]);
  }

  /** Keeps a mailing from going out, for a reason that its owner will read. */
  async switchOff(
    address: MailingAddress,
    input: { reason: string },
    tx?: Transaction,
  ): Promise<MailingSettings> {
    const { reason } = parse(SwitchingOff, input);
    return await this.#changeShown(
      address,
      (mailing, now) => switchedOff(mailing, { now, reason }),
      tx,
    );
  }

  /** Lets a mailing go out again, from its first occurrence to come. */
  switchOn(
    address: MailingAddress,
    tx?: Transaction,
  ): Promise<MailingSettings> {
    const { ownerId, id } = address;
    return this.#changeShown(address, async (mailing, now, tx) => {
      const active = await this.#options.runs.activeOf(ownerId, id, tx);
      const { overdue } = await resumptionOf(this.#options, mailing, now);
      return switchedOn(mailing, {
        now,
        hasActiveRun: active.length > 0,
        isOverdue: overdue !== undefined,
      });
    }, tx);
  }

  /** The mailings with an occurrence at `now` or before, the longest due first. */
  async *due(now: Date): AsyncGenerator<MailingSettings> {
    const mailings = this.everywhere()
      .iterate({ index: "byDue", to: [now.getTime() + 1] });
    for await (const { record } of mailings) yield record;
  }

  /** The mailings whose next occurrence was reckoned by a clock that showed a later instant. */
  async *reckonedAfter(instant: Date): AsyncGenerator<MailingSettings> {
    const mailings = this.everywhere()
      .iterate({ index: "byReckoning", from: [instant.getTime() + 1] });
    for await (const { record } of mailings) yield record;
  }

  /** The mailings that were deleted and are still to be purged, at most `limit`. */
  async awaitingPurge(limit: number): Promise<MailingSettings[]> {
    const { items } = await this.everywhere()
      .list({ index: "byDeletion", limit });
    return items;
  }

  /** Removes a mailing for good, whatever its state; nothing happens if there is none. */
  async forget(ownerId: string, id: string): Promise<void> {
    const { store } = this.#options;
    const records = this.#records.of(ownerId);
    await store.transact(async (tx) => {
      const mailing = await records.find(id, tx);
      if (!mailing) return;
      await records.remove(id, tx);
      tallyMailing(store, tx, { before: mailing });
    });
  }

  /** Leaves no counter behind of an owner who has no mailings any more. */
  async forgetOwner(ownerId: string): Promise<void> {
    await this.#options.store.counters.dropZero(mailingsOf(ownerId));
  }

  /** Changes a mailing, whatever its state, and keeps count of those that are live. */
  change(
    { ownerId, id }: MailingAddress,
    change: MailingChange,
    tx?: Transaction,
  ): Promise<MailingSettings> {
    const records = this.#records.of(ownerId);
    const { store } = this.#options;
    const work = async (tx: Transaction) => {
      const before = await records.find(id, tx);
      if (!before) throw new NotFound("There is no such mailing.");
      const after = await records.update(id, change, tx);
      tallyMailing(store, tx, { before, after });
      return after;
    };
    return tx ? work(tx) : store.transact(work);
  }

  /** The names of an owner's unfinished mailings that are to send a message. */
  async usingText(ownerId: string, textId: string): Promise<string[]> {
    const names: string[] = [];
    const found = this.#records.of(ownerId)
      .iterate({ index: "byText", prefix: [textId], where: isUnfinished });
    for await (const { record } of found) names.push(record.name);
    return names;
  }

  /** The names of an owner's mailings of which a run with a message is under way. */
  async sendingText(ownerId: string, textId: string): Promise<string[]> {
    const names: string[] = [];
    const found = this.#records.of(ownerId)
      .iterate({ index: "byText", prefix: [textId], where: isUnfinished });
    for await (const { record: { id, name } } of found) {
      const active = await this.#options.runs.activeOf(ownerId, id);
      if (active.length > 0) names.push(name);
    }
    return names;
  }

  /** The names of an owner's unfinished mailings for which a client was chosen. */
  async usingClient(ownerId: string, clientId: string): Promise<string[]> {
    const records = this.#records.of(ownerId);
    const names: string[] = [];
    const lists = this.#options.audiences.listsWith(ownerId, clientId);
    for await (const listId of lists) {
      const mailing = await records.findBy("byList", [listId]);
      if (mailing && isUnfinished(mailing)) names.push(mailing.name);
    }
    return names;
  }

  #changeShown(
    address: MailingAddress,
    change: (
      mailing: MailingSettings,
      now: Date,
      tx: Transaction,
    ) => MailingSettings | Promise<MailingSettings>,
    tx?: Transaction,
  ): Promise<MailingSettings> {
    const { store } = this.#options;
    const work = async (tx: Transaction) => {
      await this.of(address.ownerId).get(address.id, tx);
      const now = store.now();
      return await this.change(address, (old) => change(old, now, tx), tx);
    };
    return tx ? work(tx) : store.transact(work);
  }
}
