import assert from "node:assert/strict";
import type { Browser } from "./journeys/browser.ts";
import { withSite } from "./journeys/site.ts";
import { tourOf } from "./tour.ts";
import { fillTown } from "./town.ts";

/** Pages that one person opens at most, so that a trap ends the test. */
const MOST = 500;

Deno.test("every link on every page leads somewhere, for everybody", async () => {
  await withSite(async ({ core, browser, signIn }) => {
    const town = await fillTown(core);
    const stops = await tourOf(core, town);
    const { owner, newcomer, manager, admin } = town;
    let followed = 0;
    for (const visitor of [undefined, owner, newcomer, manager, admin]) {
      const mine = stops.filter(({ user }) => user?.id === visitor?.id);
      const paths = mine.map(({ path }) => path);
      const seen = await follow(
        visitor ? await signIn(visitor) : browser(),
        paths,
      );
      followed += seen.size;
      const dead = [...seen].filter(([_, { status }]) => status >= 400);
      assert.deepEqual(
        dead.map(([path, { status, from }]) =>
          `${path}: ${status}, linked from ${from}`
        ),
        [],
      );
    }
    assert.ok(followed > 100, `only ${followed} links were followed`);
  });
});

Deno.test("a link that leads nowhere is found", async () => {
  await withSite(async ({ browser }) => {
    const seen = await follow(browser(), ["/", "/nowhere"]);
    assert.equal(seen.get("/nowhere")?.status, 404);
    assert.equal(seen.get("/sign-in")?.status, 200);
  });
});

interface Seen {
  status: number;
  from: string;
}

/** Opens the paths and whatever they lead to on this site. */
async function follow(
  browser: Browser,
  paths: readonly string[],
): Promise<Map<string, Seen>> {
  const seen = new Map<string, Seen>();
  const ahead = paths.map((path) => ({ path, from: "the tour" }));
  for (const { path, from } of ahead) {
    if (seen.has(path) || seen.size >= MOST) continue;
    const { status, html, headers, location } = await browser.get(path);
    seen.set(path, { status, from });
    if (location?.startsWith("/")) ahead.push({ path: location, from: path });
    if (!headers.get("content-type")?.startsWith("text/html")) continue;
    for (const link of linksIn(html)) ahead.push({ path: link, from: path });
  }
  return seen;
}

/** The paths on this site that a page links to or loads, without their fragments. */
function linksIn(html: string): string[] {
  const addresses = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((
    [_, address = ""],
  ) => address.replaceAll("&amp;", "&").replace(/#.*/, ""));
  return addresses.filter((address) => /^\/(?!\/)/.test(address));
}
