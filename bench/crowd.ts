import type { Client } from "../core/clients/client.ts";
import { clientRecords } from "../core/clients/client_records.ts";
import type { Core } from "../core/core.ts";
import { newId } from "../core/storage/mod.ts";
import type { User } from "../core/users/user.ts";

const LANES = 3;
const DAY = 24 * 60 * 60 * 1000;

/** How many clients an owner has, and where they have their mailboxes. */
interface Crowd {
  clients: number;
  domain?: string;
  tell: (line: string) => void;
}

/** Makes an owner with so many clients. */
export async function ownerWith(
  core: Core,
  { clients, domain = "reader.example", tell }: Crowd,
): Promise<User> {
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
    lanes.map((lane) => writeLane(core, { owner, clients, domain, lane })),
  );
  await core.store.transact((tx) =>
    core.store.counters.add(tx, ["clients", owner.id], clients)
  );
  return owner;
}

/** Writes every so-manieth client, in large parts. */
async function writeLane(
  { store }: Core,
  { owner, clients, domain, lane }:
    & Required<Pick<Crowd, "clients" | "domain">>
    & { owner: User; lane: number },
): Promise<void> {
  const records = clientRecords(store).of(owner.id);
  const batch = store.batch();
  const now = store.now();
  for (let n = lane; n < clients; n += LANES) {
    const client = clientOf(owner, { n, domain, now });
    await batch.unit((tx) => records.put(client, {}, tx));
  }
  await batch.finish();
}

/** Names follow one another, days do not: a page of names is spread over all that there is. */
function clientOf(
  owner: User,
  { n, domain, now }: { n: number; domain: string; now: Date },
): Client {
  const number = String(n).padStart(7, "0");
  const createdAt = new Date(now.getTime() - (n * 7_919 % 365) * DAY);
  return {
    id: newId(createdAt),
    ownerId: owner.id,
    email: `${number}@${domain}`,
    name: `Reader ${number}`,
    comment: "",
    createdAt,
    updatedAt: createdAt,
  };
}
