import assert from "node:assert/strict";
import { Crash } from "./testing/faulty_kv.ts";
import { withStore } from "./testing/memory_store.ts";
import { rawKeys } from "./testing/raw.ts";

const body = (fill: number, size = 200_000) => new Uint8Array(size).fill(fill);

Deno.test("a body of any size comes back as it was", () =>
  withStore(async ({ store }) => {
    for (const size of [0, 1, 60_000, 60_001, 1_500_000]) {
      const bytes = Uint8Array.from({ length: size }, (_, i) => i * 7 + size);
      await store.blobs.write(["pictures", String(size)], bytes);
      assert.deepEqual(
        await store.blobs.read(["pictures", String(size)]),
        bytes,
      );
    }
    assert.equal(await store.blobs.read(["pictures"]), undefined);
  }));

Deno.test("a new body takes the place of the old one, of which nothing is left", () =>
  withStore(async ({ store, kv }) => {
    await store.blobs.write(["a"], body(1));
    await store.blobs.write(["a"], body(2, 70_000));
    assert.deepEqual(await store.blobs.read(["a"]), body(2, 70_000));
    assert.equal((await rawKeys(kv, ["+chunk"])).length, 2);
  }));

Deno.test("a removed body leaves nothing behind, and its neighbours alone", () =>
  withStore(async ({ store, kv }) => {
    await store.blobs.write(["a", "b"], body(1));
    const before = await rawKeys(kv);
    await store.blobs.write(["a"], body(2));
    await store.blobs.remove(["a"]);
    assert.equal(await store.blobs.read(["a"]), undefined);
    assert.deepEqual(await rawKeys(kv), before);
    await store.blobs.remove(["never"]);
  }));

Deno.test("whenever a writer dies, readers have the old body and the next write sweeps up", async () => {
  for (let commits = 0; commits < 7; commits++) {
    await withStore(async ({ store, kv, faults }) => {
      await store.blobs.write(["a"], body(1));
      faults.commitFaults.push(
        ...Array<undefined>(commits).fill(undefined),
        "crash",
      );
      const died = await store.blobs.write(["a"], body(2, 900_000)).then(
        () => false,
        (error) => error instanceof Crash,
      );
      const read = await store.blobs.read(["a"]);
      assert.ok(read?.length === 200_000 || read?.length === 900_000);
      assert.equal(new Set(read).size, 1);
      faults.commitFaults.length = 0;
      await store.blobs.write(["a"], body(3));
      assert.equal(
        (await rawKeys(kv, ["+chunk"])).length,
        4,
        `died: ${died} at ${commits}`,
      );
      assert.equal((await rawKeys(kv, ["+upload"])).length, 1);
    });
  }
});

Deno.test("readers beside writers see whole bodies only", () =>
  withStore(async ({ store }) => {
    await store.blobs.write(["a"], body(1));
    let writing = true;
    const write = async () => {
      for (let i = 2; i < 30; i++) {
        await store.blobs.write(["a"], body(i, 100_000 + i * 5_000));
      }
      writing = false;
    };
    const read = async () => {
      while (writing) {
        const bytes = await store.blobs.read(["a"]);
        assert.equal(new Set(bytes).size, 1);
        const fill = bytes![0]!;
        assert.equal(
          bytes!.length,
          fill === 1 ? 200_000 : 100_000 + fill * 5_000,
        );
      }
    };
    await Promise.all([write(), read(), read()]);
  }));

Deno.test("of several writers at once the last whole body stays, without leftovers", () =>
  withStore(async ({ store, kv }) => {
    await Promise.all(
      [1, 2, 3].map((fill) => store.blobs.write(["a"], body(fill))),
    );
    const bytes = await store.blobs.read(["a"]);
    assert.equal(new Set(bytes).size, 1);
    assert.equal((await rawKeys(kv, ["+chunk"])).length, 4);
  }));

Deno.test("a writer whose upload is being swept by another starts again", async () => {
  // The slow writer reaches its last commit while the other is at: 0 its start, 1 the end of its sweep.
  for (const meeting of [0, 1]) {
    await withStore(async ({ store, kv, faults }) => {
      const slow = Promise.withResolvers<void>(),
        held = Promise.withResolvers<void>();
      let done: Promise<void> = Promise.resolve();
      let slowHeld = false;
      faults.beforeCommit = async (mutations) => {
        if (!slowHeld && mutations.some(({ key }) => key[0] === "+blob")) {
          slowHeld = true;
          held.resolve();
          await slow.promise;
        } else if (
          meeting === 1 &&
          mutations.some(({ key, type }) =>
            type === "delete" && key[0] === "+upload"
          )
        ) {
          slow.resolve();
          faults.beforeCommit = () => Promise.resolve();
          await done;
        }
      };
      done = store.blobs.write(["a"], body(1));
      await held.promise;
      await store.blobs.write(["a"], body(2));
      slow.resolve();
      await done;
      assert.deepEqual(await store.blobs.read(["a"]), body(1));
      assert.equal((await rawKeys(kv, ["+chunk"])).length, 4);
      assert.equal((await rawKeys(kv, ["+upload"])).length, 1);
    });
  }
});

Deno.test("a body whose parts are gone is an error, not an empty body", () =>
  withStore(async ({ store, kv }) => {
    await store.blobs.write(["a"], body(1));
    const [chunk] = await rawKeys(kv, ["+chunk"]);
    await kv.delete(chunk!);
    await assert.rejects(store.blobs.read(["a"]), /parts of it are missing/);
  }));
