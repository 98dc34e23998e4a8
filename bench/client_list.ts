import { clientRecords } from "../core/clients/client_records.ts";
import type { Core } from "../core/core.ts";
import { newId } from "../core/storage/mod.ts";
import type { Bench } from "./figure.ts";
import { fillStore, serveSite } from "./served.ts";
import { share } from "./share.ts";
import { assertWrk } from "./wrk.ts";

const FEW = 1_000;
const MANY = 1_000_000;

/** A page of an owner's list out of very many clients against one out of few. */
export const clientList: Bench = async (tell) => {
  await assertWrk();
  const folder = await Deno.makeTempDir();
  try {
    const { path, filled } = await fillStore(folder, async (core) => ({
      few: await ownerWith(core, { clients: FEW, tell }),
      many: await ownerWith(core, { clients: MANY, tell }),
    }));
    await using site = await serveSite(path);
    const url = `${site.url}/clients`;
    const listOf = (session: string) => ({
      url,
      headers: { Cookie: `session=${session}` },
    });
    tell("Asking for the lists…");
    const value = await share(listOf(filled.many), listOf(filled.few));
    return [{
      figure: "client list out of 1,000,000 against one out of 1,000",
      value,
      unit: "ratio",
      bound: 0.8,
      sense: "at least",
    }];
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
};

/** Makes an owner with so many clients; gives the token of a session of theirs. */
async function ownerWith(
  { store, users, sessions }: Core,
  { clients, tell }: { clients: number; tell: (line: string) => void },
): Promise<string> {
  const owner = await users.create({
    email: `owner-of-${clients}@example.com`,
    name: `Owner of ${clients}`,
    password: "measured words",
    groups: ["owner"],
    timeZone: "UTC",
  });
  const records = clientRecords(store).of(owner.id);
  const batch = store.batch();
  const now = store.now();
  for (let n = 0; n < clients; n++) {
    if (n % 100_000 === 0) tell(`Writing client ${n} of ${clients}…`);
    const client = {
      id: newId(now),
      ownerId: owner.id,
      email: `reader${n}@example.com`,
      name: `Reader ${n}`,
      comment: "",
      createdAt: now,
      updatedAt: now,
    };
    await batch.unit((tx) => {
      records.put(client, {}, tx);
      store.counters.add(tx, ["clients", owner.id], 1);
    });
  }
  await batch.finish();
  return (await sessions.start(owner)).token;
}
