import { SHEET_SIZE } from "../attempts/sheet.ts";
import { type Limits, UNLIMITED } from "./limit.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Every figure of the delivery in one place; durations are in milliseconds. */
export interface Policy {
  /** Clients read and written into the queue in one step of planning at most. */
  planBatch: number;
  /** Recipients that lie together in the queue, and then on one sheet; they fit into one value, however long their names. */
  blockSize: number;
  /** Recipients of a shard: what one worker takes over at a time. */
  shardSize: number;
  /** Blocks of the queue that are taken to be sent in one step. */
  claimBatch: number;
  /** Shards a worker delivers side by side, at most: all, those of one owner, of one run. */
  couriers: number;
  ownerCouriers: number;
  runCouriers: number;
  /** How long a run keeps its only courier while another run waits for one. */
  turn: number;
  /** Steps of planning after which another run that is to be planned has its turn. */
  planSteps: number;
  /** Messages a worker has under way at most, those of one owner among them. */
  inFlight: number;
  ownerInFlight: number;
  /** How fast messages may be started. */
  limits: Limits;
  /** Outcomes committed together at most: the keys of so many failures fit into one operation. */
  settleBatch: number;
  /** How long outcomes gather before they are committed, unless they are that many before. */
  settleDelay: number;
  /** How long a worker's claim on a shard or a plan holds without a heartbeat. */
  lease: number;
  /** How often a worker looks for work and for whether it may go on. */
  poll: number;
  /** Active runs that are looked at each time; where there are more, all of them less often. */
  runsAtOnce: number;
  retry: RetryPolicy;
  trouble: TroublePolicy;
  breaker: BreakerPolicy;
  receivers: ReceiverPolicy;
  halting: HaltingPolicy;
}

/** When a deferred delivery is tried again, and when it is given up. */
export interface RetryPolicy {
  /** The wait before the second try; it doubles with each further one. */
  first: number;
  /** The longest wait. */
  longest: number;
  /** A delivery is given up after so many tries and so long a time, whichever is later. */
  tries: number;
  age: number;
}

/** How long a delivery waits that meets trouble of the service again and again. */
export interface TroublePolicy {
  /** So often it waits no longer than an open breaker. */
  patience: number;
  longest: number;
}

/** When trouble with the service itself stops all sending, and for how long. */
export interface BreakerPolicy {
  /** Troubles in a row that open it. */
  threshold: number;
  /** How long it stays open the first time; it doubles while probes fail. */
  first: number;
  longest: number;
  /** The longest wait that a service may ask for. */
  wish: number;
  /** How long one probe may take before another is let through. */
  probe: number;
}

/** When a receiving domain that blocks a sender is left alone, and for how long. */
export interface ReceiverPolicy {
  /** Blocks in a row after which it is. */
  blocks: number;
  /** The wait before it is tried again; it doubles while it blocks. */
  first: number;
  longest: number;
}

/** When a mailing of which too much fails, or whose sender is blocked, is stopped. */
export interface HaltingPolicy {
  /** How often it is looked at. */
  every: number;
  /** Recipients that have to be settled first. */
  least: number;
  /** The share of these that may fail, from 0 to 1. */
  share: number;
  /** Messages that may fail at most beyond what stops it: they are under way by then. */
  beyond: number;
  blocks: BlockPolicy;
}

/** When blocks stop a mailing. */
export interface BlockPolicy {
  /** Blocks by so many domains at least, together so many, and more than was delivered. */
  domains: number;
  together: number;
  /** So many while nothing was delivered, whatever the domains. */
  alone: number;
  /** Whether the rest of a run is blocked: so many, and such a share of the run. */
  rest: number;
  restShare: number;
}

/** The figures that hold unless a caller says otherwise. */
export const POLICY: Policy = {
  planBatch: 2_000,
  blockSize: SHEET_SIZE,
  shardSize: 5_000,
  claimBatch: 5,
  couriers: 32,
  ownerCouriers: 8,
  runCouriers: 2,
  turn: SECOND,
  planSteps: 10,
  inFlight: 1_024,
  ownerInFlight: 512,
  limits: UNLIMITED,
  settleBatch: 240,
  settleDelay: 20,
  lease: 15 * SECOND,
  poll: 300,
  runsAtOnce: 50,
  retry: {
    first: MINUTE,
    longest: 8 * HOUR,
    tries: 12,
    age: 72 * HOUR,
  },
  trouble: { patience: 30, longest: 10 * MINUTE },
  breaker: {
    threshold: 3,
    first: SECOND,
    longest: 10 * SECOND,
    wish: HOUR,
    probe: 2 * MINUTE,
  },
  receivers: { blocks: 3, first: 10 * SECOND, longest: 10 * MINUTE },
  halting: {
    every: SECOND,
    least: 50,
    share: 0.5,
    beyond: 20,
    blocks: { domains: 3, together: 5, alone: 50, rest: 3, restShare: 0.1 },
  },
};
