import assert from "node:assert/strict";
import { Invalid } from "../../../errors.ts";
import { takeLimits } from "../../limit.ts";
import { httpSettings } from "./settings.ts";
import { PLAIN } from "./services/plain.ts";
import { RESEND } from "./services/resend.ts";
import { tighterTimeouts, TIMEOUTS } from "./timeouts.ts";

const read = (url: string) => httpSettings(new URL(url));

Deno.test("an address alone is a plain service with the usual timeouts", () => {
  const settings = read("https://:secret@api.example.com/v1/mail#part");
  const { endpoint, ...rest } = settings;
  assert.equal(endpoint.href, "https://api.example.com/v1/mail");
  assert.deepEqual(rest, {
    token: "secret",
    service: PLAIN,
    timeouts: TIMEOUTS,
    connections: 50,
  });
});

Deno.test("what is meant for us is taken out of the address, the rest is left to a plain service", () => {
  const { endpoint, timeouts, connections } = read(
    "https://api.example.com/send?a=1&service=plain&timeout=5&connections=2&b=%20x",
  );
  assert.equal(connections, 2);
  assert.equal(endpoint.href, "https://api.example.com/send?a=1&b=+x");
  assert.deepEqual(timeouts, tighterTimeouts(5));
});

Deno.test("a query without anything for us stays as it was written", () => {
  const { endpoint } = read("https://api.example.com/send?a=%20x&b");
  assert.equal(endpoint.href, "https://api.example.com/send?a=%20x&b");
});

Deno.test("a plain service gets its own parameters that are called like ours when they are marked", () => {
  const { url, limits } = takeLimits(
    new URL(
      "https://api.example.com/send?service.rate=high&rate=5&service.timeout=1&a=1",
    ),
  );
  const { endpoint, timeouts } = httpSettings(url);
  assert.equal(
    endpoint.href,
    "https://api.example.com/send?rate=high&timeout=1&a=1",
  );
  assert.equal(timeouts, TIMEOUTS);
  assert.deepEqual(limits.service, { rate: 5 });
});

Deno.test("a known service is found at its usual path unless there is another", () => {
  const resend = read("https://re_1@api.resend.com?service=resend");
  assert.equal(resend.service, RESEND);
  assert.equal(resend.endpoint.href, "https://api.resend.com/emails");
  const postmark = read("https://t@api.postmarkapp.com/?service=postmark");
  assert.equal(postmark.endpoint.href, "https://api.postmarkapp.com/email");
  const proxied = read("https://t@proxy.example.com/pm?service=postmark");
  assert.equal(proxied.endpoint.href, "https://proxy.example.com/pm");
});

Deno.test("a timeout makes no phase longer", () => {
  const { connect, headers, body, total, idle } = tighterTimeouts(20);
  assert.deepEqual([connect, headers, body, total, idle], [
    TIMEOUTS.connect,
    20_000,
    TIMEOUTS.body,
    20_000,
    TIMEOUTS.idle,
  ]);
});

for (
  const url of [
    "http://api.example.com/send",
    "https://api.example.com/?service=pigeon",
    "https://secret@api.example.com/?timeout=0",
    "https://secret@api.example.com/?timeout=46",
    "https://secret@api.example.com/?timeout=1.5",
    "https://secret@api.example.com/?connections=0",
    "https://secret@api.example.com/?connections=501",
    "https://secret@api.example.com/?timeout=",
    "https://secret@api.example.com/?stream=broadcast",
    "https://secret@api.resend.com/?service=resend&stream=broadcast",
    "https://secret@api.postmarkapp.com/?service=postmark&stream=a%20b",
    "https://secret@api.postmarkapp.com/?service=postmark&key=1",
    "https://secret@api.postmarkapp.com/?service=postmark&service.rate=1",
    "https://api.postmarkapp.com/?service=postmark",
    "https://api.resend.com/?service=resend",
    "https://secret%20key@api.example.com/",
    "https://secret%0D%0Ax@api.example.com/",
    "https://%ff:secret@api.example.com/",
  ]
) {
  Deno.test(`${url} is refused with a sentence for MAIL_URL`, () => {
    assert.throws(() => read(url), (error) => {
      assert.ok(error instanceof Invalid);
      assert.match(error.fields.MAIL_URL ?? "", /^MAIL_URL .*\.$/);
      assert.doesNotMatch(error.message, /secret/);
      return true;
    });
  });
}
