import assert from "node:assert/strict";
import { sendOverSmtp } from "./smtp_crash.ts";

Deno.test("a crash at any moment of the SMTP dialogue loses nobody and repeats no more than was under way", async () => {
  const moments = await sendOverSmtp();
  assert.ok(moments > 20, `${moments} moments`);
  // A message has an odd number of them, so each is met both ways.
  for (let at = 1; at <= moments; at++) {
    await sendOverSmtp({ at, when: at % 2 === 0 ? "before" : "after" });
  }
});
