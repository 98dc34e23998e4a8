import assert from "node:assert/strict";
import { PASSWORD, withSite } from "../journeys/site.ts";

Deno.test("failed sign-ins and refusals are in the log, in one line each and without secrets", async () => {
  const lines: string[] = [];
  const tell = (line: string) => void lines.push(line);
  const log = { debug: tell, info: tell, warn: tell, error: tell };
  await withSite(async (site) => {
    const { user, browser } = await site.owner();
    const stranger = site.browser();
    await stranger.post("/sign-in", { email: user.email, password: "guessed" });
    await stranger.post("/reset/s3cret-token", {}, {
      headers: { origin: "https://evil.example" },
    });
    await browser.get("/manage/users");
    await site.answer(new Request("https://evil.example/reset/s3cret"));
    await site.browser().post("/sign-in", {
      email: user.email,
      password: PASSWORD,
    });
  }, { log });
  assert.deepEqual(lines, [
    "A sign-in failed, from 203.0.113.2",
    "Refused with 403: POST /reset, from 203.0.113.2",
    "Refused with 403: GET /manage, from 203.0.113.1",
    "Refused with 421: GET /reset, from 198.51.100.1",
  ]);
});
