import { Bell } from "./bell.ts";

/** How a loop goes on. */
export interface LoopOptions {
  /** Ends the loop; what is under way is finished first. */
  signal: AbortSignal;
  /** The rest after a step that found nothing to do, or failed, in milliseconds. */
  rest: number;
  /** Ends a rest early. */
  bell?: Bell;
  /** Hears of a step that failed; the loop goes on all the same. */
  onError: (error: unknown) => void;
}

/** Repeats a step, at once as long as it says that it did something. */
export async function loop(
  step: () => Promise<boolean>,
  { signal, rest, bell = new Bell(), onError }: LoopOptions,
): Promise<void> {
  while (!signal.aborted) {
    let didSomething = false;
    try {
      didSomething = await step();
    } catch (error) {
      onError(error);
    }
    if (!didSomething) await bell.wait(rest, signal);
  }
}

/** Waits so many milliseconds, but not beyond the signal. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Bell().wait(ms, signal);
}
