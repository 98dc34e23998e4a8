import assert from "node:assert/strict";
import { sendOverSmtp } from "./smtp_crash.ts";

Deno.test("a crash at any moment of the SMTP dialogue loses nobody and repeats no more than was under way", async () => {
  const moments = await sendOverSmtp();
  assert.ok(moments > 20, `${moments} moments`);
  for (let at = 1; at <= moments; at++) {
    await sendOverSmtp({ at, when: "before" });
    await sendOverSmtp({ at, when: "after" });
  }
});
