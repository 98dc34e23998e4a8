/** A map that drops what was set longest ago once it is full. */
export class BoundedMap<K, V> {
  readonly #entries = new Map<K, V>();
  readonly #atMost: number;

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  /** The value of a key, if it is still there. */
  get(key: K): V | undefined {
    return this.#entries.get(key);
  }

  /** Sets a value and makes room for it. */
  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#atMost) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }

  /** Drops the values for which it is true. */
  drop(isMeant: (value: V) => boolean): void {
    for (const [key, value] of this.#entries) {
      if (isMeant(value)) this.#entries.delete(key);
    }
  }
}
