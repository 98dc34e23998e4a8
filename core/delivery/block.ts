import type { QueueEntry } from "../storage/mod.ts";

/** A recipient's place in a run. */
export interface Person {
  /** Counts from 0 through the whole run. */
  seq: number;
  clientId: string;
  /** The client's address and name when the run was planned. */
  email: string;
  name: string;
  /** The service's last answer, where it differs from those to the others. */
  reply?: string;
}

/** What recipients who wait together have in common. */
export interface Waiting {
  /** Tries so far. */
  tries: number;
  /** How often the service itself was in trouble when it was their turn: no tries of theirs. */
  troubles?: number;
  /** When the delivery was first due. */
  since: Date;
  /** The service's last answer, once there was one. */
  reply?: string;
  /** Who took them to be sent: from then on a message may be on its way. */
  claim?: string;
  /** The last place in the run that was taken; all of them without it. */
  upTo?: number;
}

/** Recipients of a run who are still to be mailed and share one instant and one past. */
export interface Block extends Waiting {
  /** Nobody of it was ever taken to be sent at this try. */
  fresh?: true;
  people: readonly Person[];
}

/** A block in the backlog. */
export type BlockEntry = QueueEntry<Block>;

/** Whether somebody of a block was taken to be sent. */
export function isTaken(
  { claim, upTo = Infinity }: Waiting,
  { seq }: Person,
): boolean {
  return claim !== undefined && seq <= upTo;
}

/** A block as it is stored: a million recipients are read and written as tuples, not as objects. */
export interface StoredBlock extends Omit<Block, "people"> {
  people: (readonly [
    seq: number,
    clientId: string,
    email: string,
    name: string,
    reply?: string,
  ])[];
}

/** A block made ready to be stored. */
export function packed({ people, ...rest }: Block): StoredBlock {
  return {
    ...rest,
    people: people.map(({ seq, clientId, email, name, reply }) =>
      reply === undefined
        ? [seq, clientId, email, name]
        : [seq, clientId, email, name, reply]
    ),
  };
}

/** A block as it was stored. */
export function unpacked({ people, ...rest }: StoredBlock): Block {
  return {
    ...rest,
    people: people.map(([seq, clientId, email, name, reply]) => ({
      seq,
      clientId,
      email,
      name,
      ...(reply !== undefined && { reply }),
    })),
  };
}

/** The people in blocks of at most so many, in their order. */
export function inBlocks<T>(people: readonly T[], size: number): T[][] {
  return Array.from(
    { length: Math.ceil(people.length / size) },
    (_, n) => people.slice(n * size, (n + 1) * size),
  );
}
