import type { Core } from "../core/core.ts";
import { wallTimeOf } from "../core/mailings/schedule.ts";
import type { MailingSettings } from "../core/mailings/mailing.ts";
import type { User } from "../core/users/user.ts";
import { readFixture } from "./fixture.ts";
import { type Loaded, loadFixture } from "./load_fixture.ts";

const MAILING = "Winter catalogue";
const OWNER = "owner@example.com";

/** Good for the demo alone, whose store is gone when it ends. */
const PASSWORDS: Record<string, string> = {
  [OWNER]: "paper-harbour-lantern",
  "manager@example.com": "quiet-ledger-stamp",
  "admin@example.com": "brass-keyring-north",
};

/** Fills the demo's store with the small world; gives its sign-ins, the owner's first. */
export async function loadDemoWorld(core: Core): Promise<Loaded["users"]> {
  const groups = await readFixture(fixture("groups.json"));
  const world = await readFixture(fixture("world.json"));
  const blog = await readFixture(fixture("articles.json"));
  const loaded = await loadFixture(core, { ...groups, ...world, ...blog }, {
    passwordOf: ({ email }) => PASSWORDS[email] ?? crypto.randomUUID(),
  });
  return loaded.users.reverse();
}

/** Launches the mailing to watch: to all clients, a few seconds from now. */
export async function launchDemoMailing(
  core: Core,
  { seconds }: { seconds: number },
): Promise<MailingSettings> {
  const owner = await ownerOf(core);
  const mailings = core.mailings.of(owner.id);
  const { items: [draft] } = await mailings.list({ search: MAILING });
  if (!draft) throw new Error(`The world has no mailing "${MAILING}"`);
  const startsAt = new Date(core.store.now().getTime() + seconds * 1_000);
  await mailings.update(draft.id, {
    ...draft,
    schedule: {
      startsAt: wallTimeOf(startsAt, owner.timeZone),
      timeZone: owner.timeZone,
      repeat: "once",
    },
  });
  return await mailings.launch(draft.id);
}

async function ownerOf(core: Core): Promise<User> {
  const owner = await core.users.findByEmail(OWNER);
  if (!owner) throw new Error(`The world has no ${OWNER}`);
  return owner;
}

function fixture(name: string): URL {
  return new URL(`../fixtures/${name}`, import.meta.url);
}
