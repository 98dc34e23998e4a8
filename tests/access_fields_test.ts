import assert from "node:assert/strict";
import { needOf } from "../web/access_table.ts";
import { formsIn, type PageForm } from "./access/forms.ts";
import { servedRoutes } from "./access/route_files.ts";
import { type AccessWorld, withAccessWorld } from "./access/world.ts";

const SERVED = await servedRoutes();
/** What is on the owner's pages, and never on another's. */
const SECRETS =
  /Анна Орлова|Bob Brown|Clara Miller|person\d@|Autumn news|News for/;
/** What a form never shows, and a stranger may add all the same. */
const ADDED = `id mailing mailingId run runId ownerId owner userId listId
  audience clientId clientIds textId message messageId name email from as next`
  .split(/\s+/);

Deno.test("nobody sees or changes another owner's things by naming them in a form", () =>
  withAccessWorld(async (world) => {
    const before = await theirs(world);
    const forms = await formsOf(world);
    assert.ok(forms.length > 15, `${forms.length} forms were found`);
    let sent = 0;
    for (const { path, fields } of forms) {
      for (const name of new Set([...Object.keys(fields), ...ADDED])) {
        for (const id of Object.values(world.foreign)) {
          const shown = await world.ask("another owner", {
            method: "POST",
            path,
            fields: { ...fields, [name]: id },
          });
          assertTellsNothing(shown.html, `POST ${path} with ${name}=${id}`);
          sent++;
        }
      }
      assert.deepEqual(await theirs(world), before, `POST ${path}`);
    }
    assert.ok(sent > 1_000, `${sent} forms were sent`);
    await world.deliver();
    assert.deepEqual(await theirs(world), before, "once it was delivered");
    await assertOwnPagesTellNothing(world);
  }));

Deno.test("nobody sees another owner's things by naming them in a query", () =>
  withAccessWorld(async (world) => {
    const before = await theirs(world);
    for (const page of ownPages(world)) {
      for (const name of ADDED) {
        for (const id of Object.values(world.foreign)) {
          const query = new URLSearchParams({ [name]: id });
          const path = `${page}?${query}`;
          const shown = await world.ask("another owner", {
            method: "GET",
            path,
          });
          assertTellsNothing(shown.html, `GET ${path}`);
        }
      }
    }
    assert.deepEqual(await theirs(world), before);
  }));

/** What of the store speaks of the owner whose things are tried. */
async function theirs(world: AccessWorld): Promise<string[]> {
  const ids = Object.values(world.foreign);
  const content = await world.content();
  // What somebody wrote into their own things is theirs, ids too.
  return content.split("\n").filter((line) =>
    ids.some((id) => line.includes(id)) && !line.includes(world.own.owner)
  );
}

function ownPages(world: AccessWorld): string[] {
  return SERVED
    .filter(({ method, path }) =>
      method === "GET" && needOf(method, path) === "mailings.own" ||
      path.startsWith("/profile")
    )
    .map(({ path }) => world.ownPath(path))
    .filter((path) => path !== undefined);
}

/** Every form of every page of somebody's own; what deletes comes last. */
async function formsOf(world: AccessWorld): Promise<PageForm[]> {
  const found = new Map<string, PageForm>();
  for (const page of ownPages(world)) {
    const shown = await world.ask("another owner", {
      method: "GET",
      path: page,
    });
    for (const form of formsIn(shown.html, page)) {
      found.set(JSON.stringify(form), form);
    }
  }
  const isLast = ({ path }: PageForm) => /delete|cancel|sign-out/.test(path);
  return [...found.values()].sort((a, b) => +isLast(a) - +isLast(b));
}

async function assertOwnPagesTellNothing(world: AccessWorld): Promise<void> {
  const ask = (path: string) =>
    world.ask("another owner", { method: "GET", path });
  const seen = new Set<string>();
  const next = ["/overview", "/clients", "/messages", "/mailings"];
  for (const path of next) {
    const { html } = await ask(path);
    assertTellsNothing(html, path);
    for (const [, href = ""] of html.matchAll(/href="(\/mailings\/[^"]*)"/g)) {
      if (!seen.has(href)) next.push(href);
      seen.add(href);
    }
    if (next.length > 500) break;
  }
  assert.ok(seen.size > 3, "their own mailings were looked at");
}

/** Nothing of the owner whose ids were named is on a page. */
function assertTellsNothing(html: string, what: string): void {
  assert.doesNotMatch(html, SECRETS, what);
}
