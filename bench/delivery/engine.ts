import { usualWorkers } from "../../tasks/usual_workers.ts";
import { ownerWith } from "../crowd.ts";
import type { Bench } from "../figure.ts";
import { fillStore } from "../served.ts";
import { SMTP_SOURCE } from "../../tests/tools/known.ts";
import { found } from "../../tests/tools/tool.ts";
import { type MailSink, startMailSink } from "./mail_sink.ts";
import { sent } from "./sent.ts";
import { startWorkers, type Workplace } from "./workers.ts";

/** Each of the three is at work for some seconds, so that none is measured warming up. */
const RECIPIENTS = 100_000;
const NODEMAILER = 10_000;
const TURNS = 3;
const SESSIONS = 10;
/** The source of the measured letter, but for the few headers that the generator adds. */
const LETTER_BYTES = "4400";

/** The whole engine, durable, against a pool that keeps nothing and against Postfix's own load generator. */
export const engine: Bench = async (tell) => {
  const source = await found(SMTP_SOURCE);
  await using sink = await startMailSink();
  const folder = await Deno.makeTempDir();
  try {
    const { path, filled: owner } = await fillStore(
      folder,
      (core) => ownerWith(core, { clients: RECIPIENTS, tell }),
    );
    const rates = { engine: 0, nodemailer: 0, source: 0 };
    for (let turn = 1; turn <= TURNS; turn++) {
      tell(`Sending (${turn} of ${TURNS})…`);
      rates.nodemailer += await nodemailerRate(sink);
      rates.engine += await engineRate({ path, port: sink.port }, owner.email);
      rates.source += await sourceRate(source, sink);
    }
    tell(`${inWords(rates)}; workers: ${usualWorkers()}`);
    return [
      {
        figure: "whole engine against a nodemailer pool that keeps nothing",
        value: rates.engine / rates.nodemailer,
        unit: "times",
        bound: 8,
        sense: "at least",
      },
      {
        figure: "whole engine against smtp-source -d with 10 sessions",
        value: rates.engine / rates.source,
        unit: "times",
        bound: 0.8,
        sense: "at least",
      },
    ];
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
};

async function nodemailerRate({ port }: MailSink): Promise<number> {
  const args = [port, NODEMAILER];
  return NODEMAILER /
    (await sent(NODEMAILER, "nodemailer_pool.ts", ...args)).seconds;
}

async function engineRate(place: Workplace, email: string): Promise<number> {
  await using _others = await startWorkers(usualWorkers() - 1, place);
  const { path, port } = place;
  return RECIPIENTS /
    (await sent(RECIPIENTS, "send_run.ts", path, port, email)).seconds;
}

async function sourceRate(source: string, { port }: MailSink): Promise<number> {
  const begun = performance.now();
  const { success, stderr } = await new Deno.Command(source, {
    args: [
      ...["-d", "-s", String(SESSIONS), "-m", String(RECIPIENTS)],
      ...["-l", LETTER_BYTES, "-f", "a@example.com", "-t", "b@example.com"],
      `127.0.0.1:${port}`,
    ],
    stdin: "null",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return RECIPIENTS / ((performance.now() - begun) / 1_000);
}

function inWords(rates: Record<string, number>): string {
  return Object.entries(rates)
    .map(([name, sum]) => `${name}: ${Math.round(sum / TURNS)} a second`)
    .join(", ");
}
