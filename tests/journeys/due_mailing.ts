import { createPasswords } from "../../core/access/passwords.ts";
import { readConfig } from "../../core/config.ts";
import type { Core } from "../../core/core.ts";
import { openCore } from "../../core/open_core.ts";
import { wallTimeOf } from "../../core/mailings/schedule.ts";

/** Opens the core on a store file, as a command would, for a test to look or write. */
export async function onStore<T>(
  path: string,
  work: (core: Core) => Promise<T>,
): Promise<T> {
  const config = readConfig({ KV_PATH: path });
  const { core, close } = await openCore(config, {
    write: () => {},
    passwords: createPasswords({ cost: { N: 16, r: 1, p: 1 } }),
  });
  try {
    return await work(core);
  } finally {
    await close();
  }
}

/** Makes an owner whose mailing to `clients` people was due this second. */
export async function makeDueMailing(
  core: Core,
  { clients }: { clients: number },
): Promise<{ ownerId: string; id: string }> {
  const { id: ownerId } = await core.users.create({
    email: "owner@example.com",
    name: "Harbour Books",
    password: "a long secret",
    timeZone: "UTC",
    groups: ["owner"],
  });
  await core.clients.of(ownerId).createMany(
    Array.from({ length: clients }, (_, i) => ({
      email: `client${i}@example.com`,
      name: `Client №${i}`,
    })),
  );
  const text = await core.messages.of(ownerId).create({
    subject: "News for {{name}}",
    body: "Dear {{name}}, this is for {{email}} alone.\n\n{{unsubscribe}}\n",
  });
  const mailing = await core.mailings.of(ownerId).create({
    name: "News",
    textId: text.id,
    audience: { kind: "everyone" },
    schedule: {
      startsAt: wallTimeOf(core.store.now(), "UTC"),
      timeZone: "UTC",
      repeat: "once",
    },
  }, { launch: true });
  return { ownerId, id: mailing.id };
}
