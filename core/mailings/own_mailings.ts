import { Conflict, NotFound } from "../errors.ts";
import { parse } from "../parse.ts";
import {
  newId,
  type Page,
  type Store,
  type Transaction,
} from "../storage/mod.ts";
import type { AudienceChoice } from "./audience_choice.ts";
import { edited, isStartMoved, type Settings } from "./editing.ts";
import {
  type Audience,
  MailingId,
  MailingInput,
  type MailingSettings,
} from "./mailing.ts";
import { type MailingsPage, OWN, wanted } from "./mailing_list.ts";
import type { MailingRecords } from "./mailing_records.ts";
import { mailingsOf, tallyMailing } from "./mailing_tally.ts";
import type { MailingChange } from "./mailings.ts";
import {
  assertChosen,
  type pardonRuns,
  type Resumption,
  type ResumptionChoice,
} from "./resumption.ts";
import { assertNone, faultsOfDraft, faultsOfLaunch } from "./readiness.ts";
import {
  cancelled,
  deleted,
  launched,
  paused,
  resumed,
} from "./transitions.ts";

/** What the mailings of one owner need. */
export interface OwnMailingsOptions {
  ownerId: string;
  store: Store;
  audiences: AudienceChoice;
  records: ReturnType<MailingRecords["of"]>;
  change: (
    id: string,
    change: MailingChange,
    tx: Transaction,
  ) => Promise<MailingSettings>;
  hasActiveRun: (id: string) => Promise<boolean>;
  /** What is to be chosen before a mailing goes on. */
  resumptionOf: (mailing: MailingSettings, now: Date) => Promise<Resumption>;
  /** Lets its runs go on in spite of what failed; says whether there are any. */
  pardonRuns: (
    going: Parameters<typeof pardonRuns>[1],
    tx: Transaction,
  ) => Promise<boolean>;
  hasText: (textId: string) => Promise<boolean>;
  countClients: (search?: string) => Promise<number>;
  countRecipients: (audience: Audience) => Promise<number>;
}

/** What is to be done with a mailing's settings beside keeping them. */
export interface Saving {
  /** Sends the mailing on its way. */
  launch: boolean;
}

/** The mailings of one owner. */
export class OwnMailings {
  readonly #options: OwnMailingsOptions;

  constructor(options: OwnMailingsOptions) {
    this.#options = options;
  }

  /**
   * Adds a mailing, as a draft or on its way at once. With an `id` it is added once:
   * asked again, the one that is there is given as it is.
   */
  async create(
    input: unknown,
    { launch, id }: Saving & { id?: string | undefined },
  ): Promise<MailingSettings> {
    const values = parse(MailingInput, input);
    const own = id === undefined ? {} : { id: parse(MailingId, id) };
    const { audiences, store } = this.#options;
    try {
      return await audiences.choose(values.audience, async (choice) => {
        const settings = { ...values, audience: choice() };
        const draft = { ...this.#draft(settings), ...own };
        const mailing = launch ? launched(draft, draft.createdAt) : draft;
        await this.#assertSound(mailing, { isNew: true });
        return await store.transact((tx) => this.#insert(mailing, tx));
      });
    } catch (error) {
      const isThere = id !== undefined && error instanceof Conflict;
      const made = isThere ? await this.find(id) : undefined;
      if (made) return made;
      throw error;
    }
  }

  /** A new draft like one of the mailings, with a list of its own; switched off if that one is. */
  async duplicate(id: string): Promise<MailingSettings> {
    const { name, textId, audience, schedule } = await this.get(id);
    const { audiences, hasText, store } = this.#options;
    const keepsText = textId && await hasText(textId);
    const draft = this.#draft({
      name: `Copy of ${name}`.slice(0, 120),
      textId: keepsText ? textId : undefined,
      audience: await audiences.copyOf(audience),
      schedule,
    });
    return await store.transact(async (tx) => {
      // A manager may have switched it off since it was read.
      const { switchedOff } = await this.get(id, tx);
      return this.#insert(switchedOff ? { ...draft, switchedOff } : draft, tx);
    });
  }

  /** The mailing of that id, or `NotFound`; a deleted one is not found. */
  async get(id: string, tx?: Transaction): Promise<MailingSettings> {
    const mailing = await this.find(id, tx);
    if (!mailing) throw new NotFound("There is no such mailing.");
    return mailing;
  }

  /** The mailing of that id, unless there is none or it was deleted. */
  async find(
    id: string,
    tx?: Transaction,
  ): Promise<MailingSettings | undefined> {
    const mailing = await this.findAny(id, tx);
    return mailing?.deletedAt ? undefined : mailing;
  }

  /** The mailing of that id, even one that was deleted and is not purged yet. */
  findAny(id: string, tx?: Transaction): Promise<MailingSettings | undefined> {
    return this.#options.records.find(id, tx);
  }

  /** All mailings one after another, the deleted that are not purged yet among them. */
  async *iterate(): AsyncGenerator<MailingSettings> {
    for await (const { record } of this.#options.records.iterate()) {
      yield record;
    }
  }

  /** One page of the mailings. */
  list(
    { search, status, cursor, limit = 50 }: MailingsPage = {},
  ): Promise<Page<MailingSettings>> {
    return this.#options.records.list({
      ...wanted({ search, status }, OWN),
      reverse: true,
      cursor,
      limit,
    });
  }

  /** How many mailings there are. */
  count(): Promise<number> {
    const { ownerId, store } = this.#options;
    return store.counters.get(mailingsOf(ownerId));
  }

  /**
   * Changes what was set, and launches a draft in the same operation if asked to: a launch
   * that is refused changes nothing. `Conflict` unless it is a draft, scheduled or paused.
   */
  async update(
    id: string,
    input: unknown,
    { launch }: Saving = { launch: false },
  ): Promise<MailingSettings> {
    const values = parse(MailingInput, input);
    await this.get(id);
    const { audiences } = this.#options;
    return await audiences.choose(values.audience, async (choice) => {
      let before: Audience | undefined;
      const after = await this.#change(id, async (mailing, now) => {
        before = mailing.audience;
        const audience = choice(before);
        const changed = edited(mailing, { ...values, audience }, now);
        const next = launch ? launched(changed, now) : changed;
        const isNew = launch || isStartMoved(mailing.schedule, next.schedule);
        await this.#assertSound(next, { isNew });
        return next;
      });
      // A run that is being planned still reads the list it began with.
      if (!await this.#options.hasActiveRun(id)) {
        await audiences.drop(before, { unless: after.audience });
      }
      return after;
    });
  }

  /** Sends a draft on its way; `Invalid` says what it still lacks. */
  launch(id: string): Promise<MailingSettings> {
    return this.#change(id, async (mailing, now) => {
      const next = launched(mailing, now);
      await this.#assertSound(next, { isNew: true });
      return next;
    });
  }

  /** Holds a mailing. */
  pause(id: string): Promise<MailingSettings> {
    return this.#change(id, paused);
  }

  /** What is to be chosen before a mailing goes on. */
  async resumption(id: string): Promise<Resumption> {
    const { resumptionOf, store } = this.#options;
    return await resumptionOf(await this.get(id), store.now());
  }

  /**
   * Lets a paused mailing go on, from its first occurrence to come. `Conflict` where something
   * is to be chosen first and was not.
   */
  resume(id: string, choice: ResumptionChoice = {}): Promise<MailingSettings> {
    const { resumptionOf, pardonRuns } = this.#options;
    return this.#change(id, async (mailing, now, tx) => {
      const isPaused = mailing.status === "paused";
      const open = isPaused ? await resumptionOf(mailing, now) : {};
      assertChosen(open, choice);
      const { overdue, edited } = open;
      const hasActiveRun = await pardonRuns({
        mailing,
        now,
        ...(choice.text === "edited" && { edited }),
      }, tx);
      const isOverdue = overdue !== undefined;
      return resumed(mailing, { now, hasActiveRun, isOverdue });
    });
  }

  /** Ends a mailing for good. */
  cancel(id: string): Promise<MailingSettings> {
    return this.#change(id, cancelled);
  }

  /** Marks a mailing as deleted, if nothing is going out; what belongs to it is purged later. */
  async remove(id: string): Promise<void> {
    await this.#change(id, deleted);
  }

  #change(
    id: string,
    change: (
      mailing: MailingSettings,
      now: Date,
      tx: Transaction,
    ) => MailingSettings | Promise<MailingSettings>,
  ): Promise<MailingSettings> {
    const { store, change: changeRecord } = this.#options;
    return store.transact(async (tx) => {
      await this.get(id, tx);
      const now = store.now();
      return await changeRecord(id, (mailing) => change(mailing, now, tx), tx);
    });
  }

  #draft({ name, textId, audience, schedule }: Settings): MailingSettings {
    const { ownerId, store } = this.#options;
    const now = store.now();
    return {
      id: newId(now),
      ownerId,
      name,
      textId,
      audience,
      schedule,
      status: "draft",
      missed: 0,
      createdAt: now,
      updatedAt: now,
    };
  }

  #insert(mailing: MailingSettings, tx: Transaction): Promise<MailingSettings> {
    tallyMailing(this.#options.store, tx, { after: mailing });
    return this.#options.records.insert(mailing, tx);
  }

  async #assertSound(
    mailing: MailingSettings,
    { isNew }: { isNew: boolean },
  ): Promise<void> {
    const around = { ...this.#options, now: this.#options.store.now(), isNew };
    assertNone(
      mailing.status === "draft"
        ? await faultsOfDraft(mailing, around)
        : await faultsOfLaunch(mailing, around),
    );
  }
}
