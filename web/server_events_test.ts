import assert from "node:assert/strict";
import { pause } from "../core/delivery/loop.ts";
import { serverEvents } from "./server_events.ts";

Deno.test("events are sent as they come, and the answer ends with them", async () => {
  const response = serverEvents(async function* () {
    yield "data: 1\n\n";
    await Promise.resolve();
    yield "data: 2\n\n";
  });
  assert.equal(response.headers.get("content-type"), "text/event-stream");
  assert.equal(await response.text(), "data: 1\n\ndata: 2\n\n");
});

for (const moment of ["before it waits", "while it waits"]) {
  Deno.test(`the source ends when the listener goes away ${moment}`, async () => {
    const ended = Promise.withResolvers<void>();
    const response = serverEvents(async function* (signal) {
      try {
        yield "data: 1\n\n";
        await pause(60_000, signal);
      } finally {
        ended.resolve();
      }
    });
    const reader = response.body!.getReader();
    await reader.read();
    if (moment === "while it waits") {
      await pause(5, new AbortController().signal);
    }
    await reader.cancel();
    await ended.promise;
  });
}
