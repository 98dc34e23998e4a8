import { hasEnded } from "../../../../../../components/run_progress.ts";
import type { Core } from "../../../../../../core/core.ts";
import { pause } from "../../../../../../core/delivery/loop.ts";
import { NotFound } from "../../../../../../core/errors.ts";
import { defineOwner } from "../../../../../../web/define.ts";
import { serverEvents } from "../../../../../../web/server_events.ts";
import { sessionToken } from "../../../../../../web/session_cookie.ts";
import { progressInWords } from "../../../(_parts)/progress_in_words.ts";
import {
  progressAt,
  type RunAddress,
  type RunProgress,
} from "../../../(_parts)/run_progress.ts";
import type { Voice } from "../../../(_parts)/words.ts";

const STEP = 500;
const HEARTBEAT = 30;
// The browser then asks again, and has to show anew that it may.
const LONGEST = 1_200;

/** How a run comes on, told while it does. */
export const handler = defineOwner.handlers({
  async GET({ req, state, params }) {
    const { core, site, streams, user, t, language } = state;
    const { id = "", run: runId = "" } = params;
    const address = { ownerId: user.id, id, runId };
    await progressAt(core, address);
    if (streams.isFull(user.id)) return new Response(null, { status: 429 });
    const token = sessionToken(req.headers, site) ?? "";
    const isIn = async () => await core.users.userOf(token) !== undefined;
    const voice = { t, language, zone: user.timeZone };
    return serverEvents((signal) =>
      streams.within(
        user.id,
        () => news(core, address, { ...voice, isIn, signal }),
      )
    );
  },
});

/** How somebody listens: in what words, and until when. */
interface Listening extends Voice {
  zone: string;
  /** Whether they are still signed in. */
  isIn: () => Promise<boolean>;
  signal: AbortSignal;
}

async function* news(
  core: Core,
  address: RunAddress,
  { signal, isIn, ...voice }: Listening,
): AsyncGenerator<string> {
  let told = "";
  yield "retry: 2000\n\n";
  for (let step = 1; step <= LONGEST && !signal.aborted; step++) {
    if (!await isIn()) return;
    const progress = await progressStill(core, address);
    const now = core.store.now();
    const data = JSON.stringify(
      progress && progressInWords(progress, { ...voice, now }),
    );
    if (progress && data !== told) yield `data: ${data}\n\n`;
    else if (step % HEARTBEAT === 0) yield ": nothing new\n\n";
    told = data;
    if (!progress || hasEnded(progress)) return yield "event: end\ndata: -\n\n";
    await pause(STEP, signal);
  }
}

async function progressStill(
  core: Core,
  address: RunAddress,
): Promise<RunProgress | undefined> {
  try {
    return await progressAt(core, address);
  } catch (error) {
    // It was deleted while somebody watched.
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}
