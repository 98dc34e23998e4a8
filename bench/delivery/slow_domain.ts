import type { Core } from "../../core/core.ts";
import type { User } from "../../core/users/user.ts";
import { FaultServer } from "../../tests/chaos/fault_server.ts";
import { waitFor } from "../../tests/wait_for.ts";
import { ownerWith } from "../crowd.ts";
import type { Bench } from "../figure.ts";
import { openNewStore } from "../served.ts";
import { launch } from "./mailing.ts";
import { startStaying } from "./staying.ts";

const HANGING = "hangs.example";
const AFFECTED = 2_000;
const OTHERS = 10_000;
const TURNS = 3;
const PATIENCE = 120;

/** How much longer one owner's mailing takes while another owner's domain hangs. */
export const slowDomain: Bench = async (tell) => {
  let hangs = 0;
  await using server = await FaultServer.start({
    pipelining: true,
    fault: {
      RCPT: (_, line) => {
        if (!line.includes(`@${HANGING}>`)) return undefined;
        hangs++;
        return { does: "stall" };
      },
    },
  });
  const folder = await Deno.makeTempDir();
  try {
    await using store = await openNewStore(folder);
    const { core } = store;
    const affected = await ownerWith(core, {
      ...{ clients: AFFECTED, domain: HANGING, tell },
    });
    const other = await ownerWith(core, { clients: OTHERS, tell });
    await using _worker = startStaying(store.path, server.port);
    const send = () => secondsOf(core, { owner: other, server });
    tell("Sending…");
    // Nobody's first mailing is measured: it warms everything up.
    await send();
    const alone = await median(send);
    await launch(core, affected);
    await waitFor("the hang", () => hangs > 0, PATIENCE);
    tell("Sending beside a domain that hangs…");
    const beside = await median(send);
    return [{
      figure: "another owner's mailing beside one hanging domain",
      value: beside / alone,
      unit: "times as long",
      bound: 1.2,
      sense: "at most",
    }];
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
};

/** How long a mailing takes from its launch to the last message that the server took. */
async function secondsOf(
  core: Core,
  { owner, server }: { owner: User; server: FaultServer },
): Promise<number> {
  const before = server.taken.length;
  const begun = performance.now();
  await launch(core, owner);
  const all = () => server.taken.length - before >= OTHERS;
  await waitFor("the mailing", all, PATIENCE);
  return (performance.now() - begun) / 1_000;
}

async function median(measure: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) values.push(await measure());
  return values.sort((a, b) => a - b)[Math.floor(TURNS / 2)] ?? NaN;
}
