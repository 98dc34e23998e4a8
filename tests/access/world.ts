import { dump } from "../../core/storage/dump.ts";
import type { User } from "../../core/users/user.ts";
import type { Permission } from "../../core/access/permissions.ts";
import { keepSession } from "../../web/session_cookie.ts";
import type { Browser, Shown } from "../journeys/browser.ts";
import { withCompany } from "../journeys/company.ts";
import { formOf, launch, runOn } from "../journeys/company.ts";
import { PASSWORD, type TestSite } from "../journeys/site.ts";

/** Everybody who asks, and the groups that they are in. */
export const ASKERS = {
  nobody: undefined,
  owner: ["owner"],
  "another owner": ["owner"],
  manager: ["manager"],
  "content manager": ["content manager"],
  administrator: ["administrator"],
  "blocked user": ["owner", "manager", "administrator"],
} as const;
export type Asker = keyof typeof ASKERS;

/** What stands for each varying part of a path. */
export type Ids = Record<string, string>;

/** A site with something of everything, and everybody who asks. */
export interface AccessWorld {
  /** The ids of what the owner has, by path: "/clients/:id". */
  ids: (path: string) => Ids;
  /** All ids of what the owner has, and their own. */
  foreign: Ids;
  /** A path filled with the other owner's ids; undefined where they have nothing such. */
  ownPath: (path: string) => string | undefined;
  /** Sends everything that is due. */
  deliver(): Promise<void>;
  /** The ids of what the other owner has. */
  own: { owner: string; text: string; client: string; mailing: string };
  /** Asks as somebody, each time with a session and a browser of their own. */
  ask(asker: Asker, asked: Request): Promise<Shown>;
  /** What somebody's groups permit; nothing for those who are not let in. */
  permissionsOf(asker: Asker): Promise<ReadonlySet<Permission>>;
  /** Whether somebody counts as signed in. */
  isIn(asker: Asker): boolean;
  /** All that the store holds but for sessions, as one text. */
  content(): Promise<string>;
  /** The fields of a mailing's form that speaks of the owner's things, or of others. */
  mailingFields(ids: { text: string; client: string }): Record<string, string>;
  site: Pick<TestSite, "core">;
  owner: User;
}

/** A request: a form's fields make it a POST. */
export interface Request {
  method: string;
  path: string;
  fields?: Record<string, string>;
}

/** Runs a test in a world of its own. */
export function withAccessWorld(
  test: (world: AccessWorld) => Promise<void>,
): Promise<void> {
  return withCompany(async (company) => {
    const { core, user: owner, site, visitor, text, clients, deliver } =
      company;
    const people = await everybody(core, owner);
    const path = await launch(company, { repeat: "daily" });
    await deliver();
    const run = runOn(await company.browser.get(path)).split("/").at(-1)!;
    const mailing = path.split("/")[2]!;
    const { items: [mail] } = await core.mailbox.of(owner.id).list({
      limit: 1,
    });
    const target = people["content manager"]!.id;
    const own = await ownThings(core, people["another owner"]!);
    const foreign = {
      client: clients[0]!.id,
      text: text.id,
      mailing,
      run,
      mail: encodeURIComponent(mail!.id),
      owner: owner.id,
    };
    const ids = idsBy({ ...foreign, target });
    const isIn = (asker: Asker) =>
      asker !== "nobody" && asker !== "blocked user";
    const browserOf = async (asker: Asker): Promise<Browser> => {
      const browser = visitor();
      const user = people[asker];
      if (!user) return browser;
      const { token } = await core.sessions.start(user);
      const headers = new Headers();
      keepSession(headers, site, token);
      browser.keep(headers);
      return browser;
    };
    await test({
      ids,
      foreign,
      own,
      deliver,
      ownPath: (path) => filledWith(own, path),
      isIn,
      owner,
      site: { core },
      async ask(asker, { method, path, fields }) {
        const browser = await browserOf(asker);
        return method === "POST"
          ? await browser.post(path, fields)
          : await browser.get(path);
      },
      async permissionsOf(asker) {
        const groups = isIn(asker) ? ASKERS[asker] ?? [] : [];
        return await core.groups.permissionsOf({ groups });
      },
      async content() {
        const lines: string[] = [];
        for await (const line of dump(core.store)) {
          if (!line.includes('"sessions')) lines.push(line);
        }
        // The last line counts the sessions too.
        return lines.slice(0, -1).join("\n");
      },
      mailingFields({ text, client }) {
        return {
          ...formOf(company) as Record<string, string>,
          textId: text,
          kind: "chosen",
          clientIds: client,
        };
      },
    });
  });
}

async function everybody(
  core: TestSite["core"],
  owner: User,
): Promise<Partial<Record<Asker, User>>> {
  const people: Partial<Record<Asker, User>> = { owner };
  for (const [asker, groups] of Object.entries(ASKERS)) {
    if (!groups || asker === "owner") continue;
    people[asker as Asker] = await core.users.create({
      email: `${asker.replaceAll(" ", ".")}@sendoff.example`,
      name: asker,
      timeZone: "UTC",
      password: PASSWORD,
      groups,
    });
  }
  const blocked = people["blocked user"]!;
  await core.users.block(blocked.id, "Sent what nobody asked for");
  return people;
}

async function ownThings(
  core: TestSite["core"],
  { id }: User,
): Promise<AccessWorld["own"]> {
  const client = { email: "own@sendoff.example", name: "Own client" };
  const text = { subject: "Own", body: "Own" };
  const mailing = { name: "Own draft", audience: { kind: "everyone" } };
  return {
    owner: id,
    client: (await core.clients.of(id).create(client)).id,
    text: (await core.messages.of(id).create(text)).id,
    mailing: (await core.mailings.of(id).create(mailing, { launch: false })).id,
  };
}

function filledWith(
  { client, text, mailing }: AccessWorld["own"],
  path: string,
): string | undefined {
  const [, noun] = path.split("/");
  const id = { clients: client, messages: text, mailings: mailing }[noun ?? ""];
  const filled = id === undefined ? path : path.replace(":id", id);
  return filled.includes(":") ? undefined : filled;
}

function idsBy(
  known: Record<
    "client" | "text" | "mailing" | "run" | "mail" | "owner" | "target",
    string
  >,
): (path: string) => Ids {
  const { client, text, mailing, run, mail, owner, target } = known;
  const byBeginning: [beginning: string, ids: Ids][] = [
    ["/clients/", { id: client }],
    ["/messages/", { id: text }],
    ["/mailings/", { id: mailing, run }],
    ["/mailbox/", { id: mail }],
    ["/manage/mailings/", { owner, id: mailing }],
    ["/manage/users/", { id: target }],
    ["/admin/users/", { id: target }],
    ["/admin/groups/", { name: "manager" }],
  ];
  return (path) =>
    byBeginning.find(([beginning]) => path.startsWith(beginning))?.[1] ?? {};
}
