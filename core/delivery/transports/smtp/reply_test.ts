import fc from "fast-check";
import assert from "node:assert/strict";
import { type Reply, ReplyFault, ReplyParser, replyText } from "./reply.ts";

const encoder = new TextEncoder();

function parse(...chunks: string[]): Reply[] {
  const parser = new ReplyParser();
  const replies: Reply[] = [];
  for (const chunk of chunks) {
    parser.push(encoder.encode(chunk));
    for (let reply = parser.next(); reply; reply = parser.next()) {
      replies.push(reply);
    }
  }
  return replies;
}

Deno.test("a reply of one line has its code, its enhanced code and its text", () => {
  assert.deepEqual(parse("250 2.1.5 Ok\r\n"), [
    {
      code: 250,
      enhanced: { class: 2, subject: 1, detail: 5 },
      lines: ["2.1.5 Ok"],
    },
  ]);
});

Deno.test("a code alone is a reply", () => {
  assert.deepEqual(parse("354\r\n"), [{ code: 354, lines: [""] }]);
});

Deno.test("the lines of a reply are kept together", () => {
  const [reply] = parse("550-5.1.1 no such\r\n550 5.1.1 user\r\n");
  assert.ok(reply);
  assert.deepEqual(reply.lines, ["5.1.1 no such", "5.1.1 user"]);
  assert.equal(replyText(reply), "550 5.1.1 no such 5.1.1 user");
});

Deno.test("an enhanced code that contradicts the basic code is none", () => {
  assert.equal(parse("550 4.2.1 what\r\n")[0]?.enhanced, undefined);
});

const line = fc.tuple(
  fc.constantFrom("2.0.0 ", "5.1.1 ", ""),
  fc.string({ unit: "grapheme", maxLength: 60 }),
).map(([enhanced, text]) => enhanced + text.replace(/[\r\n]/g, ""));
const reply = fc.record({
  code: fc.constantFrom(220, 250, 354, 421, 450, 550),
  lines: fc.array(line, { minLength: 1, maxLength: 5 }),
}, { noNullPrototype: true });

function written({ code, lines }: { code: number; lines: string[] }): string {
  return lines.map((text, at) =>
    `${code}${at < lines.length - 1 ? "-" : " "}${text}\r\n`
  ).join("");
}

Deno.test("whatever replies come, cut up however, are read as they were written", () => {
  fc.assert(fc.property(
    fc.array(reply, { maxLength: 6 }),
    fc.array(fc.nat({ max: 40 }), { minLength: 1 }),
    (replies, cuts) => {
      const bytes = encoder.encode(replies.map(written).join(""));
      const parser = new ReplyParser();
      const got: Reply[] = [];
      for (let at = 0, n = 0; at < bytes.length; n++) {
        const size = (cuts[n % cuts.length] ?? 0) + 1;
        parser.push(bytes.subarray(at, at + size));
        for (let reply = parser.next(); reply; reply = parser.next()) {
          got.push(reply);
        }
        at += size;
      }
      assert.deepEqual(
        got.map(({ code, lines }) => ({ code, lines })),
        replies,
      );
      assert.ok(parser.isEmpty);
    },
  ));
});

Deno.test("what a server says again and again is read again and again, also half of it", () => {
  const parser = new ReplyParser();
  const codes: (number | undefined)[] = [];
  for (
    const text of ["250 2.1.0 Ok\r\n", "250 2.1.0 Ok\r\n250 2.1.0", " Ok\r\n"]
  ) {
    parser.push(encoder.encode(text));
    for (let reply = parser.next(); reply; reply = parser.next()) {
      assert.deepEqual(reply.lines, ["2.1.0 Ok"]);
      codes.push(reply.code);
    }
  }
  assert.deepEqual(codes, [250, 250, 250]);
  parser.push(encoder.encode("250 2.1.0 Ok then\r\n250-a\r\n"));
  assert.deepEqual(parser.next()?.lines, ["2.1.0 Ok then"]);
  assert.equal(parser.next(), undefined);
  parser.push(encoder.encode("250 2.1.0 Ok\r\n"));
  assert.deepEqual(parser.next()?.lines, ["a", "2.1.0 Ok"]);
});

Deno.test("what is left of earlier replies completes no later one", () => {
  const parser = new ReplyParser();
  parser.push(encoder.encode("250 Ok\r\n250 Ok\r\n"));
  assert.ok(parser.next());
  assert.ok(parser.next());
  assert.equal(parser.next(), undefined);
  parser.push(encoder.encode("250 O"));
  assert.equal(parser.next(), undefined);
  parser.push(encoder.encode("h\r\n"));
  assert.deepEqual(parser.next()?.lines, ["Oh"]);
});

Deno.test("whatever bytes come, they are replies or a fault, within bounds", () => {
  fc.assert(fc.property(
    fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 30 }),
    (chunks) => {
      const parser = new ReplyParser();
      try {
        for (const chunk of chunks) {
          parser.push(chunk);
          for (let reply = parser.next(); reply; reply = parser.next()) {
            assert.ok(reply.code >= 200 && reply.code <= 559);
          }
        }
      } catch (error) {
        assert.ok(error instanceof ReplyFault);
      }
    },
  ));
});

for (
  const [what, text] of Object.entries({
    "text without a code": "hello there\r\n",
    "another protocol": "SSH-2.0-OpenSSH_9.2\r\n",
    "a code of two digits": "25 ok\r\n",
    "a code of four digits": "2500 ok\r\n",
    "a code that does not exist": "199 ok\r\n",
    "a code above all": "600 ok\r\n",
    "a code glued to its text": "250ok\r\n",
    "an empty line": "\r\n",
    "lines with different codes": "250-one\r\n251 two\r\n",
    "a line end without CR": "250 ok\n",
    "a CR in the middle": "250 o\rk\r\n",
    "a doubled CR": "250 ok\r\r\n",
    "a line without end": "250 " + "x".repeat(3_000),
    "a long line": "250 " + "x".repeat(2_043) + "\r\n",
    "lines without end": "250-ok then, and more of it to come\r\n".repeat(
      3_000,
    ),
    "a byte order mark before the code": "\uFEFF250 ok\r\n",
    "lines with digits of another script": "２５０ ok\r\n",
  })
) {
  Deno.test(`${what} is a fault`, () => {
    assert.throws(() => parse(text), ReplyFault);
  });
}

Deno.test("a line of 2 KiB and a reply just below 64 KiB are within bounds", () => {
  assert.equal(parse("250 " + "x".repeat(2_042) + "\r\n").length, 1);
  const [reply] = parse(
    ("250-" + "x".repeat(1_018) + "\r\n").repeat(63) + "250 end\r\n",
  );
  assert.equal(reply?.lines.length, 64);
});

Deno.test("what has begun and not ended is told from silence", () => {
  const parser = new ReplyParser();
  assert.ok(parser.isEmpty);
  parser.push(encoder.encode("250-half\r\n"));
  assert.equal(parser.next(), undefined);
  assert.ok(!parser.isEmpty);
});
