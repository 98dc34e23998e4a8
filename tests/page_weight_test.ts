import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import type { Browser } from "./journeys/browser.ts";
import { pageWithScripts } from "./journeys/page_with_scripts.ts";
import { type TestSite, withSite } from "./journeys/site.ts";
import { type Stop, tourOf } from "./tour.ts";
import { fillTown, type Town } from "./town.ts";

/** The framework of upstream is heavier than the one that stands in for it, by about so much. */
const UPSTREAM_MORE = 7 * 1024;
const MOST = 32 * 1024 - UPSTREAM_MORE;

Deno.test("every page of an owner and its scripts are small on the wire", () =>
  alongTour(async ({ stops, town, site }) => {
    for (const user of [town.owner, town.newcomer]) {
      const browser = await site.signIn(user);
      const theirs = stops.filter((stop) => stop.user?.id === user.id);
      assert.ok(theirs.length > 5, `${theirs.length} stops`);
      for (const { pattern, path } of theirs) {
        const weight = await weightOf(browser, path);
        assert.ok(weight < MOST, `${pattern}: ${weight} bytes`);
      }
    }
  }));

Deno.test("a page for everybody carries no script but what it tells search engines", () =>
  alongTour(async ({ stops, site }) => {
    // Whoever registers is given their browser's time zone.
    const open = stops.filter(({ user, path }) => !user && path !== "/sign-up");
    assert.ok(open.length > 5, `${open.length} stops`);
    for (const { pattern, path } of open) {
      const { html } = await site.browser().get(path);
      const scripts = html.match(/<script\b[^>]*>/g) ?? [];
      const running = scripts.filter((tag) =>
        !tag.includes('type="application/ld+json"')
      );
      assert.deepEqual(running, [], pattern);
      assert.doesNotMatch(html, /modulepreload/, pattern);
    }
  }));

function alongTour(
  test: (
    tour: { stops: Stop[]; town: Town; site: TestSite },
  ) => Promise<void>,
): Promise<void> {
  return withSite(async (site) => {
    const town = await fillTown(site.core);
    await test({ stops: await tourOf(site.core, town), town, site });
  });
}

async function weightOf(browser: Browser, path: string): Promise<number> {
  const { html, js } = await pageWithScripts(browser, path);
  return [html, ...js].reduce((sum, text) => sum + gzipSync(text).length, 0);
}
