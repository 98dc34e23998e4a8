import type { Core } from "../core/core.ts";
import type { User } from "../core/users/user.ts";
import { filesOf, ROOT } from "./source_files.ts";
import type { Town } from "./town.ts";

/** A page to look at, as whom. */
export interface Stop {
  /** The page's pattern, and what is special about this visit. */
  pattern: string;
  path: string;
  user?: User;
}

type Samples = Record<string, Omit<Stop, "pattern"> | null>;

/** A stop at every page of the site; throws for a page that nobody thought of. */
export async function tourOf(core: Core, town: Town): Promise<Stop[]> {
  const samples = await samplesOf(core, town);
  const stops: Stop[] = [];
  for (const pattern of await patternsOfPages()) {
    const sample = samples[pattern];
    if (sample === undefined) {
      throw new Error(`The tour has no stop at ${pattern}`);
    }
    if (sample) stops.push({ pattern, ...sample });
  }
  return [...stops, ...moreStops(town)];
}

/** The patterns of all pages, from the file tree: `/clients/[id]/edit`. */
async function patternsOfPages(): Promise<string[]> {
  const patterns: string[] = [];
  for (const path of await filesOf(ROOT, "routes")) {
    const segments = path.replace(/^routes\//, "").replace(/\.tsx$/, "").split(
      "/",
    );
    const isPage = path.endsWith(".tsx") &&
      !segments.some((name) => /^_|^\(_/.test(name));
    if (!isPage) continue;
    const source = await Deno.readTextFile(`${ROOT}/${path}`);
    if (!/export default/.test(source)) continue;
    const visible = segments.filter((name) => !name.startsWith("("));
    if (visible.at(-1) === "index") visible.pop();
    patterns.push(`/${visible.join("/")}`);
  }
  return patterns.sort();
}

async function samplesOf(core: Core, town: Town): Promise<Samples> {
  const { owner, manager, admin, sent, runId, scheduled } = town;
  const [client] = (await core.clients.of(owner.id).list({ limit: 1 })).items;
  const [text] = (await core.messages.of(owner.id).list({ limit: 1 })).items;
  const [mail] = (await core.mailbox.of(owner.id).list({ limit: 1 })).items;
  const [article] = (await core.articles.list({ limit: 1 })).items;
  if (!client || !text || !mail || !article) {
    throw new Error("The town is empty");
  }
  const as = (user: User, path: string) => ({ path, user });
  const open = (path: string) => ({ path });
  const unsubscribe = core.subscriptions.urlOf(owner.id, client.id);
  const mailPath = `/mailbox/${encodeURIComponent(mail.id)}`;
  const run = `/mailings/${sent.id}/runs/${runId}`;
  const managed = `/manage/mailings/${owner.id}/${scheduled.id}`;
  return {
    "/": open("/"),
    "/sign-in": open("/sign-in"),
    "/sign-up": open("/sign-up"),
    "/forgot": open("/forgot"),
    "/confirmation": open("/confirmation?to=anna%40example.com"),
    "/confirm/[token]": open("/confirm/unknown"),
    "/reset/[token]": null,
    "/unsubscribe/[token]": open(new URL(unsubscribe).pathname),
    "/overview": as(owner, "/overview"),
    "/clients": as(owner, "/clients"),
    "/clients/new": as(owner, "/clients/new"),
    "/clients/import": as(owner, "/clients/import"),
    "/clients/[id]": as(owner, `/clients/${client.id}`),
    "/clients/[id]/edit": as(owner, `/clients/${client.id}/edit`),
    "/clients/[id]/delete": as(owner, `/clients/${client.id}/delete`),
    "/messages": as(owner, "/messages"),
    "/messages/new": as(owner, "/messages/new"),
    "/messages/[id]": as(owner, `/messages/${text.id}`),
    "/messages/[id]/edit": as(owner, `/messages/${text.id}/edit`),
    "/messages/[id]/delete": as(owner, `/messages/${text.id}/delete`),
    "/mailings": as(owner, "/mailings"),
    "/mailings/new": as(owner, "/mailings/new"),
    "/mailings/[id]": as(owner, `/mailings/${sent.id}`),
    "/mailings/[id]/edit": as(owner, `/mailings/${scheduled.id}/edit`),
    "/mailings/[id]/resume": as(owner, `/mailings/${scheduled.id}/resume`),
    "/mailings/[id]/cancel": as(owner, `/mailings/${scheduled.id}/cancel`),
    "/mailings/[id]/delete": as(owner, `/mailings/${sent.id}/delete`),
    "/mailings/[id]/report": as(owner, `/mailings/${sent.id}/report`),
    "/mailings/[id]/runs/[run]": as(owner, run),
    "/mailings/[id]/runs/[run]/report": as(owner, `${run}/report`),
    "/profile": as(owner, "/profile"),
    "/profile/password": as(owner, "/profile/password"),
    "/profile/delete": as(owner, "/profile/delete"),
    "/mailbox": as(owner, "/mailbox"),
    "/mailbox/[id]": as(owner, mailPath),
    "/mailbox/[id]/source": as(owner, `${mailPath}/source`),
    "/manage/mailings": as(manager, "/manage/mailings"),
    "/manage/mailings/[owner]/[id]": as(manager, managed),
    "/manage/mailings/[owner]/[id]/off": as(manager, `${managed}/off`),
    "/manage/users": as(manager, "/manage/users"),
    "/manage/users/[id]": as(manager, `/manage/users/${owner.id}`),
    "/manage/users/[id]/block": as(manager, `/manage/users/${owner.id}/block`),
    "/admin/groups": as(admin, "/admin/groups"),
    "/admin/groups/new": as(admin, "/admin/groups/new"),
    "/admin/groups/[name]": as(admin, "/admin/groups/content%20manager"),
    "/admin/groups/[name]/delete": as(
      admin,
      "/admin/groups/content%20manager/delete",
    ),
    "/admin/users": as(admin, "/admin/users"),
    "/admin/users/[id]": as(admin, `/admin/users/${owner.id}`),
    "/admin/users/[id]/delete": as(admin, `/admin/users/${owner.id}/delete`),
    "/admin/system": as(admin, "/admin/system"),
    "/admin/system/journal": as(admin, "/admin/system/journal"),
    "/admin/articles": as(admin, "/admin/articles"),
    "/admin/articles/new": as(admin, "/admin/articles/new"),
    "/admin/articles/[id]": as(admin, `/admin/articles/${article.id}`),
    "/admin/articles/[id]/delete": as(
      admin,
      `/admin/articles/${article.id}/delete`,
    ),
    "/blog": open("/blog"),
    "/blog/[slug]": open(`/blog/${article.slug}`),
  };
}

/** What one finds only when looking twice: empty lists, searches, filters. */
function moreStops({ owner, newcomer, sent, runId, scheduled }: Town): Stop[] {
  const empty = [
    "/overview",
    "/clients",
    "/messages",
    "/mailings",
    "/mailings/new",
    "/mailbox",
  ];
  const run = `/mailings/${sent.id}/runs/${runId}`;
  return [
    ...empty.map((path) => ({
      pattern: `${path} empty`,
      path,
      user: newcomer,
    })),
    {
      pattern: "/clients nobody found",
      path: "/clients?q=nobody",
      user: owner,
    },
    {
      pattern: "/mailings/[id] scheduled",
      path: `/mailings/${scheduled.id}`,
      user: owner,
    },
    {
      pattern: "/mailings/[id]/runs/[run] refused",
      path: `${run}?show=refused`,
      user: owner,
    },
  ];
}
