import { z } from "zod";
import { createPasswords } from "../../core/access/passwords.ts";
import { createCore } from "../../core/core.ts";
import { createLog } from "../../core/log.ts";
import { openStore } from "../../core/storage/mod.ts";
import { launch } from "./mailing.ts";
import { print } from "./print.ts";

/** Plans a mailing to all clients of an owner that nobody sends, says how long it took, and clears it away. */
const [path = "", email = ""] = z.array(z.string()).parse(Deno.args);

const OFTEN = 20;

const store = await openStore(path);
const core = await createCore({
  store,
  transport: {
    name: "none",
    send: (): Promise<never> =>
      Promise.reject(new Error("Nothing is to be sent")),
    close: () => Promise.resolve(),
  },
  policy: { couriers: 0 },
  baseUrl: "https://sendoff.example",
  mailFrom: "news@sendoff.example",
  passwords: createPasswords({ cost: { N: 16, r: 1, p: 1 } }),
  log: createLog(() => {}, { level: "error", now: store.now }),
});
const owner = await core.users.findByEmail(email);
if (!owner) throw new Error(`There is no ${email}`);
const mailing = await launch(core, owner);
const begun = performance.now();
const delivering = core.delivery.run();
for (;;) {
  const { items: [run] } = await core.runs.of(owner.id).list(mailing.id);
  if (run && run.state !== "planning") break;
  await new Promise((resolve) => setTimeout(resolve, OFTEN));
}
const seconds = (performance.now() - begun) / 1_000;
await core.mailings.of(owner.id).cancel(mailing.id);
await delivering;
store.close();
print({ seconds });
