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

Deno.test("the source is told when the listener goes away, even while it waits", async () => {
  const ended = Promise.withResolvers<void>();
  const response = serverEvents(async function* (signal) {
    yield "data: 1\n\n";
    await pause(60_000, signal);
    ended.resolve();
    yield "data: 2\n\n";
  });
  const reader = response.body!.getReader();
  await reader.read();
  await reader.cancel();
  await ended.promise;
});
