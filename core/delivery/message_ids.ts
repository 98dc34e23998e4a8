import type { Signer } from "../access/signing.ts";
import { BoundedMap } from "../cache/bounded_map.ts";
import { runNameOf, type RunRef } from "../mailings/run.ts";

/** Runs whose names are remembered. */
const REMEMBERED = 1_000;
const ROUNDS = 4;

/** What the message ids of one run are made with. */
interface RunKey {
  /** Stands for the run, and tells nothing of it. */
  name: string;
  /** Stirs the recipients' places. */
  keys: Uint32Array;
}

/**
 * Message ids: the same for a recipient of a run on every try, and telling nothing of owner,
 * mailing, run or place. A run is signed once; the places in it are shuffled by its own key,
 * because a signature a message would cost more than composing some of them.
 */
export class MessageIds {
  readonly #signer: Signer;
  readonly #domain: string;
  readonly #runs = new BoundedMap<string, RunKey>(REMEMBERED);

  constructor(signer: Signer, domain: string) {
    this.#signer = signer;
    this.#domain = domain;
  }

  /** The message id for the recipient at a place of a run. */
  of(run: RunRef, seq: number): string {
    const { name, keys } = this.#keyOf(runNameOf(run));
    return `${name}.${shuffled(seq, keys).toString(36)}@${this.#domain}`;
  }

  #keyOf(run: string): RunKey {
    const known = this.#runs.get(run);
    if (known) return known;
    const bytes = Uint8Array.fromBase64(
      this.#signer.mark("message places", run),
      { alphabet: "base64url" },
    );
    const key = {
      name: this.#signer.mark("message", run),
      keys: new Uint32Array(bytes.buffer, 0, ROUNDS),
    };
    this.#runs.set(run, key);
    return key;
  }
}

/** Another number of 32 bits for each: a Feistel network, whose halves are stirred by the keys. */
function shuffled(seq: number, keys: Uint32Array): number {
  let left = seq >>> 16;
  let right = seq & 0xffff;
  for (const key of keys) {
    const stirred = Math.imul(right ^ key, 0x9e3779b1) ^ (key >>> 7);
    [left, right] = [right, left ^ ((stirred >>> 13) & 0xffff)];
  }
  return (left * 0x10000 + right) >>> 0;
}
