import assert from "node:assert/strict";
import { ACCESS, isPermission, needOf } from "../web/access_table.ts";
import { differences, servedRoutes } from "./access/route_files.ts";
import {
  type AccessWorld,
  type Asker,
  ASKERS,
  type Ids,
  withAccessWorld,
} from "./access/world.ts";
import type { Shown } from "./journeys/browser.ts";

const SERVED = await servedRoutes();
const ASKING = Object.keys(ASKERS) as Asker[];
const NO_SUCH = "019ab000-0000-7000-8000-000000000000";
/** What the addresses of records that belong to somebody begin with. */
const OWNED = /^\/(clients|messages|mailings|mailbox)\/:/;

Deno.test("every method of every route is in the table, and nothing else is", () => {
  assert.ok(SERVED.length > 60, `${SERVED.length} were found`);
  assert.deepEqual(differences(SERVED, ACCESS), { missing: [], stale: [] });
});

Deno.test("a route that is missing from the table is found, and one too many", () => {
  const stray = { method: "POST", path: "/stray" };
  assert.deepEqual(
    differences([...SERVED, stray], [...ACCESS, ["GET", "/old", "anyone"]]),
    { missing: ["POST /stray"], stale: ["GET /old"] },
  );
});

for (const asker of ASKING) {
  Deno.test(`${asker}: every address answers as the table says`, () =>
    withAccessWorld(async (world) => {
      // What changes something comes last, so that what is shown is still there.
      const routes = SERVED.toSorted((a, b) => a.method < b.method ? -1 : 1);
      for (const { method, path } of routes) {
        const asked = { method, path: filled(path, world.ids(path)) };
        const expected = await expectation(world, asker, { method, path });
        const before = expected === "open" ? "" : await world.content();
        const shown = await world.ask(asker, asked);
        assert.equal(outcomeOf(shown, path), expected, `${method} ${path}`);
        if (isToBeShown(world, asker, { method, path, expected })) {
          assert.equal(shown.status, 200, `${method} ${path}`);
        }
        if (expected === "open") continue;
        assert.equal(await world.content(), before, `${method} ${path} wrote`);
      }
    }));
}

Deno.test("somebody else's ids answer as ids that do not exist", () =>
  withAccessWorld(async (world) => {
    const routes = SERVED.filter(({ path }) => OWNED.test(path));
    assert.ok(routes.length > 20, `${routes.length} were found`);
    for (const { method, path } of routes) {
      const foreign = world.ids(path);
      const none = Object.fromEntries(
        Object.keys(foreign).map((name) => [name, NO_SUCH]),
      );
      await assertAlike(world, `${method} ${path}`, [
        { method, path: filled(path, foreign) },
        { method, path: filled(path, none) },
      ]);
    }
  }));

Deno.test("somebody else's ids in a form or a query answer as ids that do not exist", () =>
  withAccessWorld(async (world) => {
    const { own } = world;
    const theirs = {
      text: world.ids("/messages/").id!,
      client: world.ids("/clients/").id!,
    };
    const asking: [query: string, id: string][] = [
      ["/mailings/new?message=", theirs.text],
      ["/messages/new?from=", theirs.text],
      [`/messages/${own.text}?as=`, theirs.client],
    ];
    for (const [query, id] of asking) {
      const asked = [id, NO_SUCH].map((each) => (
        { method: "GET", path: query + each }
      ));
      await assertAlike(world, query, asked);
    }
    const paths = ["/mailings/new", `/mailings/${own.mailing}/edit`];
    for (const kind of ["text", "client"] as const) {
      const fields = [theirs[kind], NO_SUCH].map((id) =>
        world.mailingFields({ ...own, [kind]: id })
      );
      for (const path of paths) {
        const asked = fields.map((each) => ({
          method: "GET",
          path: `${path}?${new URLSearchParams(each)}`,
        }));
        await assertAlike(world, `${path} with a ${kind}`, asked);
      }
      for (const path of [...paths, "/mailings/summary"]) {
        const asked = fields.map((each) => (
          { method: "POST", path, fields: each }
        ));
        await assertAlike(world, `POST ${path} with a ${kind}`, asked);
      }
    }
  }));

Deno.test("an owner named in a form is not the one it is for", () =>
  withAccessWorld(async (world) => {
    const { core } = world.site;
    const { id } = world.owner;
    const before = await core.clients.of(id).count();
    for (const path of ["/clients/new", "/messages/new", "/profile"]) {
      await world.ask("another owner", {
        method: "POST",
        path: `${path}?ownerId=${id}`,
        fields: {
          ownerId: id,
          userId: id,
          id,
          email: "planted@sendoff.example",
          name: "Planted",
          timeZone: "UTC",
          subject: "Planted",
          body: "Planted",
        },
      });
    }
    assert.equal(await core.clients.of(id).count(), before);
    assert.equal(await core.messages.of(id).count(), 1);
    assert.equal((await core.users.get(id)).name, world.owner.name);
    const other = await core.users.findByEmail(
      "another.owner@sendoff.example",
    );
    assert.equal(await core.clients.of(other!.id).count(), 2);
  }));

Deno.test("a method that a route does not handle is not there for anybody", () =>
  withAccessWorld(async (world) => {
    for (const asker of ASKING) {
      const shown = await world.ask(asker, {
        method: "POST",
        path: "/overview",
      });
      assert.ok([403, 404].includes(shown.status) || leadsToSignIn(shown));
      assert.equal(needOf("POST", "/overview"), undefined);
    }
  }));

type Outcome = "open" | "sign in" | "forbidden" | "elsewhere";

async function expectation(
  world: AccessWorld,
  asker: Asker,
  { method, path }: { method: string; path: string },
): Promise<Outcome> {
  const need = needOf(method, path);
  assert.ok(need, `${method} ${path} is not in the table`);
  if (need === "anyone") return "open";
  if (!world.isIn(asker)) return "sign in";
  if (!isPermission(need)) return "open";
  if ((await world.permissionsOf(asker)).has(need)) return "open";
  return path === "/overview" ? "elsewhere" : "forbidden";
}

/** Whether there is something to show: a list, or a record that the asker may see. */
function isToBeShown(
  world: AccessWorld,
  asker: Asker,
  { method, path, expected }: {
    method: string;
    path: string;
    expected: Outcome;
  },
): boolean {
  if (method !== "GET" || expected !== "open") return false;
  if (!path.includes(":")) return needOf(method, path) !== "anyone";
  if (Object.keys(world.ids(path)).length === 0) return false;
  return !OWNED.test(path) || asker === "owner";
}

function outcomeOf(shown: Shown, path: string): Outcome | number {
  if (shown.status === 403) return "forbidden";
  if (leadsToSignIn(shown)) return "sign in";
  if (path === "/overview" && shown.status === 303) return "elsewhere";
  return shown.status < 500 ? "open" : shown.status;
}

function leadsToSignIn({ location = "" }: Shown): boolean {
  return location === "/sign-in" || location.startsWith("/sign-in?next=");
}

async function assertAlike(
  world: AccessWorld,
  what: string,
  requests: Parameters<AccessWorld["ask"]>[1][],
): Promise<void> {
  const before = await world.content();
  const shown = [];
  for (const request of requests) {
    const sent = `${request.path} ${Object.values(request.fields ?? {})}`;
    const ids = sent.match(/[\w%-]{16,}/g) ?? [];
    const answer = await world.ask("another owner", request);
    shown.push({ status: answer.status, html: blank(answer.html, ids) });
  }
  assert.deepEqual(shown[0], shown[1], what);
  assert.equal(await world.content(), before, `${what} wrote`);
}

function blank(html: string, ids: readonly string[]): string {
  // Each form of a new mailing has a mark of its own.
  const timeless = html.replaceAll(/nonce="[^"]*"/g, "")
    .replaceAll(/name="once" value="[^"]*"/g, "");
  return ids.reduce((text, id) => text.replaceAll(id, "ID"), timeless);
}

function filled(path: string, ids: Ids): string {
  return path.replaceAll(
    /:(\w+)/g,
    (_, name: string) => ids[name] ?? "no-such-thing",
  );
}
