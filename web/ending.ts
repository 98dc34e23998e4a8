/** A terminal and a task runner may both pass on one and the same signal. */
const ECHO = 1_000;
/** How long the end may take: what is not done by then is given up, in milliseconds. */
const LIMIT = 10_000;

interface Ending {
  works: (() => unknown)[];
  asked?: number;
}

declare global {
  var sendoffEnding: Ending | undefined;
}

// The built server holds a copy of this module, whoever starts it another: all is to end in one order.
const ending = globalThis.sendoffEnding ??= { works: [] };

/** Has something done when the process is asked to end; what was added last goes first. */
export function atEnd(work: () => unknown): void {
  if (ending.works.length === 0) {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      Deno.addSignalListener(signal, end);
    }
  }
  ending.works.push(work);
}

async function end(): Promise<void> {
  if (ending.asked !== undefined) {
    if (performance.now() - ending.asked > ECHO) Deno.exit(1);
    return;
  }
  ending.asked = performance.now();
  await Promise.race([runEndings(), passed(LIMIT)]);
  Deno.exit(0);
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Does what was to be done at the end, without ending the process. */
export async function runEndings(): Promise<void> {
  for (const work of ending.works.toReversed()) {
    try {
      await work();
    } catch (error) {
      // deno-lint-ignore no-console -- what comes after it has to be done all the same
      console.error(`sendoff: ${error}`);
    }
  }
}
