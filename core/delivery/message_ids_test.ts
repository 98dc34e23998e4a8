import assert from "node:assert/strict";
import { Signing } from "../access/signing.ts";
import { withStore } from "../storage/testing/memory_store.ts";
import { MessageIds } from "./message_ids.ts";

const RUN = { ownerId: "owner-a", id: "mailing-1-run" };

Deno.test("a message id is the same on every try and each recipient's own", () =>
  withStore(async ({ store }) => {
    const signer = await new Signing(store).load();
    const ids = new MessageIds(signer, "example.com");
    const other = new MessageIds(signer, "example.com");
    const seen = new Set<string>();
    for (let seq = 0; seq < 100_000; seq++) seen.add(ids.of(RUN, seq));
    assert.equal(seen.size, 100_000);
    assert.equal(ids.of(RUN, 7), other.of(RUN, 7));
    assert.notEqual(ids.of(RUN, 7), ids.of({ ...RUN, ownerId: "b" }, 7));
  }));

Deno.test("a message id tells nothing of owner, mailing, run or place", () =>
  withStore(async ({ store }) => {
    const ids = new MessageIds(await new Signing(store).load(), "example.com");
    const neighbours = Array.from({ length: 50 }, (_, n) => ids.of(RUN, n));
    for (const id of neighbours) {
      assert.match(id, /^[\w-]{22}\.[0-9a-z]{1,7}@example\.com$/);
      assert.doesNotMatch(id, /owner|mailing|run/);
    }
    const places = neighbours
      .map((id) => parseInt(id.split("@")[0]!.split(".")[1]!, 36));
    const inOrder = places.filter((place, n) =>
      n > 0 && place > places[n - 1]!
    );
    assert.ok(inOrder.length > 10 && inOrder.length < 40, `${inOrder.length}`);
  }));
