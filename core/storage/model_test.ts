import assert from "node:assert/strict";
import fc from "fast-check";
import { Conflict, NotFound } from "../errors.ts";
import { packKey } from "./keys.ts";
import type { ListOptions } from "./reader.ts";
import { Crash, type Fault } from "./testing/faulty_kv.ts";
import { type MemoryStore, withStore } from "./testing/memory_store.ts";
import {
  expectedEntries,
  inOrder,
  type Model,
  placeOf,
} from "./testing/model.ts";
import { people, type Person } from "./testing/people.ts";
import { rawEntries } from "./testing/raw.ts";
import { Taken } from "./taken.ts";
import type { Transaction } from "./transaction.ts";

const OWNERS = ["acme", "zeta"];
const NAMES = ["Иван", "Иванна Иван", "😀", "\uFFFF z", "a b a", "B"];

type Change = { verb: "insert" | "update" | "put" | "remove"; person: Person };
interface Step {
  changes: Change[];
  how: "each" | "together" | "together, then fail" | "at once";
  faults: (Fault | undefined)[];
}

const anyPerson: fc.Arbitrary<Person> = fc.record({
  id: fc.constantFrom("1", "2", "3", "4", "я"),
  ownerId: fc.constantFrom(...OWNERS),
  email: fc.constantFrom("a@x.ru", "b@x.ru", "c@x.ru", "d@x.ru"),
  name: fc.constantFrom(...NAMES),
  dueAt: fc.option(fc.integer({ min: 0, max: 3 }).map((ms) => new Date(ms)), {
    nil: undefined,
  }),
}).map(({ dueAt, ...rest }) => dueAt ? { ...rest, dueAt } : rest);

const anyChange: fc.Arbitrary<Change> = fc.record({
  verb: fc.constantFrom("insert", "insert", "update", "put", "remove"),
  person: anyPerson,
});

const anyStep: fc.Arbitrary<Step> = fc.record({
  changes: fc.array(anyChange, { minLength: 1, maxLength: 3 }),
  how: fc.constantFrom("each", "together", "together, then fail", "at once"),
  faults: fc.array(
    fc.constantFrom<Fault | undefined>(
      undefined,
      "clash",
      "locked",
      "crash",
      "crash after",
    ),
    { maxLength: 3 },
  ),
});

class Refusal extends Error {}

/** The collection, with a counter kept beside it, and what both ought to hold. */
class Trial {
  model: Model = new Map();
  readonly #memory: MemoryStore;
  readonly #people;

  constructor(memory: MemoryStore) {
    this.#memory = memory;
    this.#people = people(memory.store);
  }

  async run({ changes, how, faults }: Step): Promise<void> {
    this.#memory.faults.commitFaults.push(...faults);
    if (how === "at once") await this.#atOnce(changes);
    if (how === "each") {
      for (const change of changes) await this.#attempt([change]);
    }
    if (how.startsWith("together")) {
      await this.#attempt(changes, how.endsWith("fail"));
    }
    this.#memory.faults.commitFaults.length = 0;
  }

  async check(): Promise<void> {
    const stored = await rawEntries(this.#memory.kv);
    const actual = stored.filter(({ key }) => key[0] !== "+count").map((
      { key, value },
    ) => ({ key: packKey(key), value }));
    const expected = expectedEntries(this.model).map(([key, value]) => ({
      key: packKey(key),
      value,
    }));
    assert.deepEqual(actual.sort(byKey), expected.sort(byKey));
    for (const ownerId of OWNERS) {
      const count = inOrder(this.model, ownerId, (p) => p.id).length;
      assert.equal(
        await this.#memory.store.counters.get(["people", ownerId]),
        count,
      );
      await this.#checkLists(ownerId);
    }
  }

  async #checkLists(ownerId: string): Promise<void> {
    const word = (p: Person) =>
      p.name.toLowerCase().split(" ").filter((w) => w.startsWith("иван"))
        .sort();
    const lists: [ListOptions<"byName" | "byEmail" | "byWord">, Person[]][] = [
      [{}, inOrder(this.model, ownerId, (p) => p.id)],
      [{ index: "byName" }, inOrder(this.model, ownerId, (p) => p.name)],
      [
        { index: "byEmail", from: ["b"], to: ["d"] },
        inOrder(this.model, ownerId, (p) => p.email).filter(({ email }) =>
          email > "b" && email < "d"
        ),
      ],
      [
        { index: "byWord", startsWith: "иван" },
        inOrder(this.model, ownerId, (p) => word(p)[0] ?? "").filter((p) =>
          word(p).length > 0
        ),
      ],
    ];
    for (const [options, expected] of lists) {
      const forth = await this.#pages(ownerId, options);
      assert.deepEqual(forth, expected);
      if (options.index === "byWord") continue;
      assert.deepEqual(
        await this.#pages(ownerId, { ...options, reverse: true }),
        expected.toReversed(),
      );
    }
  }

  async #pages(
    ownerId: string,
    options: ListOptions<"byName" | "byEmail" | "byWord">,
  ): Promise<Person[]> {
    const owned = this.#people.of(ownerId);
    const read = (cursor?: string) =>
      owned.list({ ...options, limit: 2, cursor });
    const forth = [await read()];
    for (let next = forth[0]!.next; next; next = forth.at(-1)!.next) {
      forth.push(await read(next));
    }
    const back = [forth.at(-1)!];
    for (
      let previous = back[0]!.previous;
      previous;
      previous = back[0]!.previous
    ) back.unshift(await read(previous));
    const items = forth.flatMap((page) => page.items);
    assert.deepEqual(back.flatMap((page) => page.items), items);
    return items;
  }

  async #attempt(changes: Change[], fail = false): Promise<void> {
    let after = this.model;
    const work = async (tx: Transaction) => {
      after = new Map(this.model);
      for (const change of changes) await this.#change(tx, after, change);
      if (fail) throw new Refusal();
    };
    const error = await this.#memory.store.transact(work).then(
      () => undefined,
      (error) => error,
    );
    if (!error || /after the commit/.test(error.message)) this.model = after;
    else if (!isForeseen(error)) throw error;
  }

  async #change(
    tx: Transaction,
    model: Model,
    { verb, person }: Change,
  ): Promise<void> {
    const before = model.get(placeOf(person));
    const expected = expectedError(model, { verb, person });
    if (verb === "put" && expected) return;
    const error = await this.#do(tx, { verb, person }, before).then(
      () => undefined,
      (error) => error,
    );
    if (expected) assert.ok(error instanceof expected, String(error));
    if (error) throw error;
    if (verb === "remove") model.delete(placeOf(person));
    else model.set(placeOf(person), person);
  }

  async #do(
    tx: Transaction,
    { verb, person }: Change,
    previous: Person | undefined,
  ): Promise<void> {
    const owned = this.#people.of(person.ownerId);
    const count = (n: number) =>
      this.#memory.store.counters.add(tx, ["people", person.ownerId], n);
    if (verb === "insert") await owned.insert(person, tx);
    if (verb === "update") await owned.update(person.id, () => person, tx);
    if (verb === "remove") await owned.remove(person.id, tx);
    if (verb === "put") owned.put(person, { previous }, tx);
    if (verb === "insert" || (verb === "put" && !previous)) count(1);
    if (verb === "remove") count(-1);
  }

  // Who comes first is chance, so the bookkeeping learns from the records; all else must agree with them.
  async #atOnce(changes: Change[]): Promise<void> {
    const vouchable = changes.filter(({ verb }) => verb !== "put");
    await Promise.all(vouchable.map(async (change) => {
      const error = await this.#memory.store.transact((tx) =>
        this.#do(tx, change, undefined)
      ).catch((error) => error);
      if (error && !isForeseen(error)) throw error;
    }));
    this.model = new Map();
    for await (const { record } of this.#people.everywhere().iterate()) {
      this.model.set(placeOf(record), record);
    }
  }
}

function expectedError(model: Model, { verb, person }: Change) {
  const before = model.get(placeOf(person));
  if (verb === "insert" && before) return Conflict;
  if ((verb === "update" || verb === "remove") && !before) return NotFound;
  if (verb === "remove") return undefined;
  const rivals = [...model.values()].filter((other) =>
    placeOf(other) !== placeOf(person)
  );
  return rivals.some(({ ownerId, email }) =>
      ownerId === person.ownerId && email === person.email
    )
    ? Taken
    : undefined;
}

function isForeseen(error: unknown): boolean {
  return [Conflict, NotFound, Crash, Refusal].some((type) =>
    error instanceof type
  );
}

function byKey(a: { key: string }, b: { key: string }): number {
  return a.key < b.key ? -1 : 1;
}

Deno.test("whatever happens, every index, list and counter agrees with the records", async () => {
  const steps = fc.array(anyStep, { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(steps, (steps) =>
      withStore(async (memory) => {
        const trial = new Trial(memory);
        for (const step of steps) await trial.run(step);
        await trial.check();
      })),
    { numRuns: 60, interruptAfterTimeLimit: 4_500 },
  );
});
