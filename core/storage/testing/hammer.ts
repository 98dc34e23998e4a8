// Run by open_test.ts as a process of its own: adds 1 to a number in a shared file, again and again.
import { openStore } from "../mod.ts";

const [path, times] = Deno.args;
for (let done = 0; done < Number(times); done += 10) {
  const store = await openStore(path);
  for (let i = 0; i < 10; i++) {
    await store.transact(async (tx) => {
      tx.set(["total"], Number(await tx.get(["total"]) ?? 0) + 1);
      store.counters.add(tx, ["total"], 1);
    });
  }
  store.close();
}
