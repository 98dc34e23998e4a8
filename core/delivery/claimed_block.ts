import type { BlockEntry, Person } from "./block.ts";

/** A block that one worker took to be sent, and who of it has no outcome yet. */
export class ClaimedBlock {
  readonly entry: BlockEntry;
  readonly #left: Map<number, Person>;

  constructor(entry: BlockEntry) {
    this.entry = entry;
    this.#left = new Map(
      entry.value.people.map((person) => [person.seq, person]),
    );
  }

  /** Those without an outcome that is kept. */
  get left(): Person[] {
    return [...this.#left.values()];
  }

  /** The block as it is to be kept once these people have their outcomes. */
  without(settled: readonly Person[]): BlockEntry {
    const gone = new Set(settled.map(({ seq }) => seq));
    const people = this.left.filter(({ seq }) => !gone.has(seq));
    return { ...this.entry, value: { ...this.entry.value, people } };
  }

  /** Notes that the outcomes of these people are kept. */
  strike(settled: readonly Person[]): void {
    for (const { seq } of settled) this.#left.delete(seq);
  }

  /** The block as it is to be kept when nobody of it is being sent any more. */
  released(): BlockEntry {
    const { claim: _, ...value } = this.entry.value;
    return { ...this.entry, value: { ...value, people: this.left } };
  }
}
