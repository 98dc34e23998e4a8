import type { Core } from "../../core/core.ts";
import type { MailingSettings } from "../../core/mailings/mailing.ts";
import type { User } from "../../core/users/user.ts";
import { ownerWith } from "../crowd.ts";
import type { Bench, Figure } from "../figure.ts";
import { openNewStore } from "../served.ts";
import { startMailSink } from "./mail_sink.ts";
import { launch } from "./mailing.ts";
import { startStaying } from "./staying.ts";

const RECIPIENTS = 200_000;
const FULL_SPEED = 3_000;
const QUIET = 2_500;

interface Running {
  core: Core;
  owner: User;
  mailing: MailingSettings;
}

/** What stops a mailing, each by somebody in another process than the one that sends. */
const ACTS: Record<string, (running: Running) => Promise<unknown>> = {
  pause: ({ core, owner, mailing }) =>
    core.mailings.of(owner.id).pause(mailing.id),
  "switch off": ({ core, mailing }) =>
    core.mailings.change(mailing, (old) => ({
      ...old,
      switchedOff: { at: new Date(), reason: "measured" },
    })),
  cancel: ({ core, owner, mailing }) =>
    core.mailings.of(owner.id).cancel(mailing.id),
  block: ({ core, owner }) => core.users.block(owner.id, "measured"),
};

/** How long after it was stopped a mailing started its last message. */
export const stopping: Bench = async (tell) => {
  await using sink = await startMailSink();
  const folder = await Deno.makeTempDir();
  try {
    await using store = await openNewStore(folder);
    const { core } = store;
    const owner = await ownerWith(core, { clients: RECIPIENTS, tell });
    await using worker = startStaying(store.path, sink.port);
    const figures: Figure[] = [];
    for (const [name, act] of Object.entries(ACTS)) {
      tell(`Sending, then: ${name}…`);
      const mailing = await launch(core, owner);
      await pause(FULL_SPEED);
      await act({ core, owner, mailing });
      const stopped = Date.now();
      await pause(QUIET);
      figures.push({
        figure: `last message started after: ${name}`,
        value: Math.max(0, await worker.lastStart() - stopped) / 1_000,
        unit: "s",
        bound: 1,
        sense: "at most",
      });
    }
    return figures;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
};

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
