import { z } from "zod";
import { runNameOf, type RunRef } from "../mailings/run.ts";

/** A run of consecutive recipients that one worker at a time delivers. */
export const Shard = z.object({
  id: z.string(),
  ownerId: z.string(),
  runId: z.string(),
  number: z.number(),
  /** When the first of its entries is due. */
  dueAt: z.date(),
});

export type Shard = z.infer<typeof Shard>;

/** Where a shard lies. */
export type ShardPlace = Pick<Shard, "ownerId" | "runId" | "number">;

/** The run that a shard is a part of. */
export function runOf(
  { ownerId, runId }: Pick<Shard, "ownerId" | "runId">,
): RunRef {
  return { ownerId, id: runId };
}

/** The name of the right to work on a shard alone. */
export function leaseOf(shard: ShardPlace): string {
  return `shard/${runNameOf(runOf(shard))}/${shard.number}`;
}

/** Below it: everything of a run that waits. */
export function branchOf({ ownerId, id }: RunRef): string[] {
  return [ownerId, id];
}

/** Where the recipients of a shard wait. */
export function laneOf(shard: ShardPlace): string[] {
  return [...branchOf(runOf(shard)), numbered(shard)];
}

/** The id of a shard, which sorts as its number does. */
export function numbered({ number }: Pick<Shard, "number">): string {
  return String(number).padStart(6, "0");
}
