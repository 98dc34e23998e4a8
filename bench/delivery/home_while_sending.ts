import { ownerWith } from "../crowd.ts";
import type { Bench } from "../figure.ts";
import { openNewStore, serveSite } from "../served.ts";
import { startMailSink } from "./mail_sink.ts";
import { launch } from "./mailing.ts";

const RECIPIENTS = 300_000;
const VISITS = 3_000;
const FULL_SPEED = 2_000;

/** How long a visitor waits for the home page while the same process sends at full speed. */
export const homeWhileSending: Bench = async (tell) => {
  await using sink = await startMailSink();
  const folder = await Deno.makeTempDir();
  try {
    await using store = await openNewStore(folder);
    const owner = await ownerWith(store.core, { clients: RECIPIENTS, tell });
    await using site = await serveSite(store.path, {
      MAIL_URL: `smtp://127.0.0.1:${sink.port}?tls=off`,
      MAIL_FROM: "news@sendoff.example",
    });
    tell("Visiting the home page…");
    await slowest(site.url);
    const idle = await slowest(site.url);
    const mailing = await launch(store.core, owner);
    await new Promise((resolve) => setTimeout(resolve, FULL_SPEED));
    tell("Visiting it while a mailing goes out…");
    const busy = await slowest(site.url);
    await assertSending(store.core, owner.id, mailing.id);
    tell(
      `p99 idle: ${idle.toFixed(2)} ms, while sending: ${busy.toFixed(2)} ms`,
    );
    return [{
      figure: "the home page's p99 while a run is at full speed, against idle",
      value: busy / idle,
      unit: "times",
      bound: 3,
      sense: "at most",
    }];
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
};

/** The time that one visit of a hundred exceeds, in milliseconds. */
async function slowest(url: string): Promise<number> {
  const times: number[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const begun = performance.now();
    const response = await fetch(url);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(VISITS * 0.99)] ?? Infinity;
}

async function assertSending(
  core: Awaited<ReturnType<typeof openNewStore>>["core"],
  ownerId: string,
  mailingId: string,
): Promise<void> {
  const { items: [run] } = await core.runs.of(ownerId).list(mailingId);
  const totals = run && await core.delivery.totals(run);
  if (!totals || totals.delivered === 0 || totals.waiting === 0) {
    throw new Error("The mailing was not going out all the while");
  }
}
