import type { Client } from "../core/clients/client.ts";
import { clientRecords } from "../core/clients/client_records.ts";
import type { Core } from "../core/core.ts";
import { newId } from "../core/storage/mod.ts";
import type { User } from "../core/users/user.ts";
import type { Bench } from "./figure.ts";
import { fillStore, serveSite } from "./served.ts";
import { share } from "./share.ts";
import { assertWrk } from "./wrk.ts";

const FEW = 1_000;
const MANY = 1_000_000;
const LANES = 3;
const DAY = 24 * 60 * 60 * 1000;

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
  core: Core,
  { clients, tell }: { clients: number; tell: (line: string) => void },
): Promise<string> {
  const owner = await core.users.create({
    email: `owner-of-${clients}@example.com`,
    name: `Owner of ${clients}`,
    password: "measured words",
    groups: ["owner"],
    timeZone: "UTC",
  });
  tell(`Writing ${clients} clients…`);
  // While the store commits what one lane gathered, the others gather.
  const lanes = Array.from({ length: LANES }, (_, lane) => lane);
  await Promise.all(
    lanes.map((lane) => writeLane(core, { owner, clients, lane })),
  );
  await core.store.transact((tx) =>
    core.store.counters.add(tx, ["clients", owner.id], clients)
  );
  return (await core.sessions.start(owner)).token;
}

/** Writes every so-manieth client, in large parts. */
async function writeLane(
  { store }: Core,
  { owner, clients, lane }: { owner: User; clients: number; lane: number },
): Promise<void> {
  const records = clientRecords(store).of(owner.id);
  const batch = store.batch();
  const now = store.now();
  for (let n = lane; n < clients; n += LANES) {
    const client = clientOf(owner, { n, now });
    await batch.unit((tx) => records.put(client, {}, tx));
  }
  await batch.finish();
}

/** Names follow one another, days do not: a page of names is spread over all that there is. */
function clientOf(owner: User, { n, now }: { n: number; now: Date }): Client {
  const number = String(n).padStart(7, "0");
  const createdAt = new Date(now.getTime() - (n * 7_919 % 365) * DAY);
  return {
    id: newId(createdAt),
    ownerId: owner.id,
    email: `${number}@reader.example`,
    name: `Reader ${number}`,
    comment: "",
    createdAt,
    updatedAt: createdAt,
  };
}
