import assert from "node:assert/strict";
import { Invalid } from "../errors.ts";
import { takeLimits } from "./limit.ts";

const taken = (text: string) => {
  const { url, limits } = takeLimits(new URL(text));
  return { url: url.href, ...limits };
};

Deno.test("a URL without limits stays as it is and limits nothing", () => {
  for (const url of ["mailbox:", "smtp://u%2B:p@mail.example.com?tls=off"]) {
    assert.deepEqual(taken(url), { url, service: {}, owner: {} });
  }
});

Deno.test("limits of the service and of each owner are taken out of the URL", () => {
  assert.deepEqual(
    taken(
      "smtp://mail.example.com?rate=12.5&connections=4&burst=50&daily=20000" +
        "&ownerRate=2&ownerBurst=10&ownerDaily=1000",
    ),
    {
      url: "smtp://mail.example.com?connections=4",
      service: { rate: 12.5, burst: 50, daily: 20_000 },
      owner: { rate: 2, burst: 10, daily: 1_000 },
    },
  );
  assert.deepEqual(taken("mailbox:?daily=5"), {
    url: "mailbox:",
    service: { daily: 5 },
    owner: {},
  });
});

for (
  const [query, says] of [
    ["rate=fast", "cannot have rate=fast: use messages a second"],
    ["rate=0", "cannot have rate=0"],
    ["rate=-1", "cannot have rate=-1"],
    ["ownerRate=", "cannot have ownerRate=:"],
    ["rate=1&burst=0.5", "cannot have burst=0.5"],
    ["daily=1e9", "cannot have daily=1e9"],
    ["ownerDaily=0", "cannot have ownerDaily=0"],
    ["ownerBurst=5", "has ownerBurst= without ownerRate="],
  ]
) {
  Deno.test(`the limit "${query}" is refused in one line that says what to write`, () => {
    assert.throws(
      () => taken(`smtp://user:secret@mail.example.com?${query}`),
      (error) => {
        assert.ok(error instanceof Invalid);
        const line = error.fields.MAIL_URL ?? "";
        assert.ok(line.startsWith(`MAIL_URL ${says}`), line);
        assert.ok(!line.includes("secret") && !line.includes("\n"), line);
        return true;
      },
    );
  });
}
