import { z } from "zod";
import { ownerWith } from "../crowd.ts";
import type { Bench } from "../figure.ts";
import { fillStore } from "../served.ts";
import { type MailSink, postfixTool, startMailSink } from "./mail_sink.ts";
import { outputOf } from "./process.ts";

const RECIPIENTS = 50_000;
const NODEMAILER = 10_000;
const TURNS = 3;
const SESSIONS = 10;
/** The source of the measured letter, more or less. */
const LETTER_BYTES = "4000";

const Sent = z.object({ delivered: z.number(), seconds: z.number() });

/** The whole engine, durable, against a pool that keeps nothing and against Postfix's own load generator. */
export const engine: Bench = async (tell) => {
  const source = await postfixTool("smtp-source");
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
      rates.nodemailer += rateOf(
        await outputOf("nodemailer_pool.ts", sink.port, NODEMAILER),
        NODEMAILER,
      );
      rates.engine += rateOf(
        await outputOf("send_run.ts", path, sink.port, owner.email),
        RECIPIENTS,
      );
      rates.source += await sourceRate(source, sink);
    }
    tell(inWords(rates));
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

/** Messages a second; throws unless all were sent. */
function rateOf(output: unknown, expected: number): number {
  const { delivered, seconds } = Sent.parse(output);
  if (delivered !== expected) {
    throw new Error(`${delivered} of ${expected} messages were sent`);
  }
  return delivered / seconds;
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
