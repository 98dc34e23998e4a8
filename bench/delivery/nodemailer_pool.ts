// @ts-types="npm:@types/nodemailer"
import nodemailer from "nodemailer";
import { z } from "zod";
import { letterOf, recipientOf } from "../../core/delivery/letters.ts";
import { render } from "../../core/delivery/render.ts";
import { letterText } from "./letter_text.ts";
import { print } from "./print.ts";

/** Sends as many mails with nodemailer's pool, keeping nothing: run in a process of its own. */
const [port = 0, count = 0] = z.array(z.coerce.number()).parse(Deno.args);

const CONNECTIONS = 10;
const AT_ONCE = 100;

const pool = nodemailer.createTransport({
  host: "127.0.0.1",
  port,
  pool: true,
  maxConnections: CONNECTIONS,
  maxMessages: Infinity,
  ignoreTLS: true,
});
const run = {
  id: "measured",
  ownerId: "owner",
  text: letterText(),
  language: "en" as const,
  from: {
    name: "Harbour Books",
    address: "news@sendoff.example",
    replyTo: "owner@example.com",
  },
};
const office = {
  unsubscribeUrl: (owner: string, client: string) =>
    `https://sendoff.example/unsubscribe/${owner}.${client}`,
  listId: (owner: string) => `mailings.${owner}.sendoff.example`,
  messageId: (_: unknown, seq: number) => `${seq}@sendoff.example`,
};
const letter = letterOf(run, office);

let next = 0;
const begun = performance.now();
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  for (let seq = next++; seq < count; seq = next++) {
    const person = {
      seq,
      clientId: String(seq),
      email: `${seq}@reader.example`,
      name: `Reader ${seq}`,
    };
    const { date, ...mail } = render(
      letter,
      recipientOf(person, run, office),
      new Date(),
    );
    await pool.sendMail({ ...mail, date });
  }
}));
const seconds = (performance.now() - begun) / 1_000;
pool.close();
print({ delivered: count, seconds });
