import type { Core } from "../core/core.ts";
import type { Outcome } from "../core/delivery/outcome.ts";
import type { Transport } from "../core/delivery/transports/transport.ts";
import type { MailingSettings } from "../core/mailings/mailing.ts";
import { wallTimeOf } from "../core/mailings/schedule.ts";
import type { User } from "../core/users/user.ts";
import { readFixture } from "../tasks/fixture.ts";
import { loadFixture } from "../tasks/load_fixture.ts";

const FIXTURES = new URL("../fixtures/", import.meta.url);
const PASSWORD = "walk through the town";

/** A small town of people who use the site, in the middle of their work. */
export interface Town {
  owner: User;
  manager: User;
  admin: User;
  /** Somebody with an account and nothing in it yet. */
  newcomer: User;
  /** The mailing that went out, with refusals among its outcomes. */
  sent: MailingSettings;
  /** The only run of it. */
  runId: string;
  /** A mailing that is still to go out. */
  scheduled: MailingSettings;
}

/** Fills a site with the fixtures' world and lets a mailing go out. */
export async function fillTown(core: Core): Promise<Town> {
  for (const name of ["groups.json", "world.json", "articles.json"]) {
    const fixture = await readFixture(new URL(name, FIXTURES));
    await loadFixture(core, fixture, { passwordOf: () => PASSWORD });
  }
  const [owner, manager, admin] = await Promise.all(
    ["owner", "manager", "admin"].map((name) =>
      userOf(core, `${name}@example.com`)
    ),
  ) as [User, User, User];
  const newcomer = await core.users.create({
    email: "newcomer@example.com",
    name:
      "Очень длинное название общества с ограниченной ответственностью «Северный ветер»",
    password: PASSWORD,
    groups: ["owner"],
    timeZone: "Asia/Yekaterinburg",
  });
  const sent = await launch(core, {
    owner,
    name: "Autumn reading list",
    inHours: 0,
  });
  const scheduled = await launch(core, {
    owner,
    name: "Зимний каталог",
    inHours: 48,
  });
  const runId = await finishedRun(core, sent);
  return { owner, manager, admin, newcomer, sent, runId, scheduled };
}

/** A mail service that does not know every fifth address, and puts some off. */
export function choosy(mailbox: Transport): Transport {
  return {
    name: mailbox.name,
    close: () => mailbox.close(),
    send: (letter, recipient) => {
      const answer = letter.kind === "mailing" && answerTo(recipient.address);
      return answer ? Promise.resolve(answer) : mailbox.send(letter, recipient);
    },
  };
}

function answerTo(address: string): Outcome | undefined {
  if (address.length % 7 === 0) {
    return { kind: "refused", reply: "550 5.1.1 No such user here" };
  }
  if (address.length % 11 === 0) {
    return { kind: "refused", reply: "552 5.2.2 Mailbox full" };
  }
  return undefined;
}

async function launch(
  core: Core,
  { owner, name, inHours }: { owner: User; name: string; inHours: number },
): Promise<MailingSettings> {
  const { items: [text] } = await core.messages.of(owner.id).list({ limit: 1 });
  if (!text) throw new Error("The world has no message");
  const { timeZone } = owner;
  const startsAt = wallTimeOf(
    new Date(core.store.now().getTime() + inHours * 3_600_000),
    timeZone,
  );
  return await core.mailings.of(owner.id).create({
    name,
    textId: text.id,
    audience: { kind: "everyone" },
    schedule: { startsAt, timeZone, repeat: inHours ? "weekly" : "once" },
  }, { launch: true });
}

async function finishedRun(
  core: Core,
  mailing: MailingSettings,
): Promise<string> {
  await core.delivery.run();
  const { items: [run] } = await core.runs.of(mailing.ownerId).list(mailing.id);
  if (run?.state !== "finished") throw new Error("The mailing was never sent");
  return run.id;
}

async function userOf(core: Core, email: string): Promise<User> {
  const user = await core.users.findByEmail(email);
  if (!user) throw new Error(`The world has no ${email}`);
  return user;
}
