import { z } from "zod";
import { createPasswords } from "../../core/access/passwords.ts";
import { createCore } from "../../core/core.ts";
import { openTransport } from "../../core/delivery/transports/open.ts";
import type { Transport } from "../../core/delivery/transports/transport.ts";
import { createLog } from "../../core/log.ts";
import { openStore } from "../../core/storage/mod.ts";
import { print } from "./print.ts";

/** Works until its input ends; for each line of it, tells when it last started a message. */
const [path = "", port = ""] = z.array(z.string()).parse(Deno.args);

const store = await openStore(path);
const inner = openTransport(new URL(`smtp://127.0.0.1:${port}?tls=off`), {
  store,
  now: store.now,
});
let lastStart = 0;
const transport: Transport = {
  name: inner.name,
  ...(inner.atOnce !== undefined && { atOnce: inner.atOnce }),
  send(letter, recipient) {
    lastStart = Date.now();
    return inner.send(letter, recipient);
  },
  close: () => inner.close(),
};
const core = await createCore({
  store,
  transport,
  baseUrl: "https://sendoff.example",
  mailFrom: "news@sendoff.example",
  passwords: createPasswords({ cost: { N: 16, r: 1, p: 1 } }),
  log: createLog(() => {}, { level: "error", now: store.now }),
});
const ending = new AbortController();
const working = core.delivery.stay(ending.signal);
for await (const _ of Deno.stdin.readable) print(lastStart);
ending.abort();
await working;
await transport.close();
store.close();
