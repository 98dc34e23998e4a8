import assert from "node:assert/strict";
import { type Command, type Verdict, verdictOn } from "./classify.ts";
import { ReplyParser } from "./reply.ts";
import { REPLIES } from "./test_replies.ts";

function verdict(command: Command, text: string): Verdict {
  const parser = new ReplyParser();
  parser.push(new TextEncoder().encode(`${text}\r\n`));
  const reply = parser.next();
  assert.ok(reply);
  return verdictOn(command, reply);
}

const COMMANDS: Command[] = ["MAIL", "RCPT", "DATA", "."];

for (const [reply, ...meanings] of REPLIES) {
  Deno.test(`"${reply}" means what the table says at each command`, () => {
    assert.deepEqual(
      COMMANDS.map((command) => verdict(command, reply)),
      meanings,
    );
  });
}
