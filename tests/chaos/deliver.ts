import type { Core } from "../../core/core.ts";

/** Far longer than a round takes in which nothing waits for the clock, in milliseconds. */
const HANGING = 20_000;

/** A round of delivering, which has to end although the test's clock stands still. */
export async function deliver(core: Core, signal?: AbortSignal): Promise<void> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), HANGING);
  const signals = signal ? [signal, late.signal] : [late.signal];
  try {
    await core.delivery.run({ signal: AbortSignal.any(signals) });
  } finally {
    clearTimeout(timer);
  }
  if (late.signal.aborted) throw new Error(`It hangs: ${await seen(core)}`);
}

async function seen(core: Core): Promise<string> {
  return Deno.inspect(await core.watch.look({ limit: 20 }), { depth: 5 });
}
