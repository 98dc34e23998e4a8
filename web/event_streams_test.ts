import assert from "node:assert/strict";
import { EventStreams } from "./event_streams.ts";

Deno.test("a stream that is one too many begins nothing, though there was room when it was asked for", async () => {
  const streams = new EventStreams();
  const source = async function* () {
    yield await Promise.resolve("data: 1\n\n");
  };
  const asked = [1, 2, 3, 4, 5].map(() => streams.within("anna", source));
  const begun = await Promise.all(asked.map((events) => events.next()));
  assert.deepEqual(begun.map(({ done }) => done), [
    false,
    false,
    false,
    false,
    true,
  ]);
});
