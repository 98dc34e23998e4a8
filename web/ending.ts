const endings: (() => unknown)[] = [];
/** A terminal and a task runner may both pass on one and the same signal. */
const ECHO = 1_000;
let asked: number | undefined;

/** Has something done when the process is asked to end; what was added last goes first. */
export function atEnd(work: () => unknown): void {
  if (endings.length === 0) {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      Deno.addSignalListener(signal, end);
    }
  }
  endings.push(work);
}

async function end(): Promise<void> {
  if (asked !== undefined) {
    if (performance.now() - asked > ECHO) Deno.exit(1);
    return;
  }
  asked = performance.now();
  await runEndings();
  Deno.exit(0);
}

/** Does what was to be done at the end, without ending the process. */
export async function runEndings(): Promise<void> {
  for (const work of endings.toReversed()) {
    try {
      await work();
    } catch (error) {
      // deno-lint-ignore no-console -- what comes after it has to be done all the same
      console.error(`sendoff: ${error}`);
    }
  }
}
