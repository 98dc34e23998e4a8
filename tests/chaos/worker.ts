// A process of its own that sends what is due, until it is told to end or killed.
import { createCore } from "../../core/core.ts";
import { POLICY, type Policy } from "../../core/delivery/policy.ts";
import { openTransport } from "../../core/delivery/transports/open.ts";
import { openStore } from "../../core/storage/mod.ts";

/** How the workers of these tests differ from the usual: nothing is waited for for long. */
export const WORKER_POLICY = {
  lease: 1_500,
  poll: 100,
  inFlight: 60,
  shardSize: 2_000,
  retry: { ...POLICY.retry, first: 200, longest: 1_000 },
  breaker: { ...POLICY.breaker, first: 100, longest: 500, probe: 2_000 },
} satisfies Partial<Policy>;

if (import.meta.main) {
  const [path, url = ""] = Deno.args;
  const store = await openStore(path);
  const transport = openTransport(new URL(url), { store, now: store.now });
  const core = await createCore({
    store,
    transport,
    baseUrl: "https://sendoff.example",
    mailFrom: "post@example.com",
    policy: WORKER_POLICY,
  });
  const ending = new AbortController();
  Deno.addSignalListener("SIGTERM", () => ending.abort());
  await core.delivery.stay(ending.signal);
  await transport.close();
  store.close();
  Deno.exit(0);
}
