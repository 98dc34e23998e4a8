import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { CROWD, sendToCrowd } from "./crowd.ts";
import { journey, reads, reloadUntil, type Walk } from "./people.ts";
import { Turnstile } from "./turnstile.ts";

const turnstile = new Turnstile();

journey(
  "the page of a run counts along by itself and tells its end",
  (walk) =>
    turnstile.shutDuring(async () => {
      const { t, url, open } = walk;
      const { owner, mailing } = await sendToCrowd(walk);
      const page = await open({ user: owner });
      const path = `${url}/mailings/${mailing.id}`;
      await page.goto(path);
      await openRun(page);
      await reads(page, t.runs.handled(0, CROWD));
      const { isSame } = await mark(page);
      for (const count of [30, 90]) {
        turnstile.let(count - await deliveredOn(page, walk));
        await reads(page, t.runs.handled(count, CROWD));
        assert.equal(await deliveredOn(page, walk), count);
        assert.ok(await isSame(), "the page was loaded again");
      }
      turnstile.let(Infinity);
      await reads(page, t.common.states.finished);
      await reads(page, t.runs.handled(CROWD, CROWD));
      assert.equal(await page.getByText(t.runs.loadAgain).count(), 0);
      await page.getByRole("row", { name: /^Crowd \d+/ }).first().waitFor();
    }),
  { through: turnstile.before },
);

async function openRun(page: Page): Promise<void> {
  const link = page.locator("main a[href$='#people']").first();
  await reloadUntil(page, () => link.isVisible());
  await link.click();
  await page.waitForURL(/\/runs\//);
}

async function deliveredOn(page: Page, { t }: Walk): Promise<number> {
  const figures = page.getByRole("list", { name: t.runs.numbers });
  const figure = figures.getByRole("link", { name: t.runs.figures.delivered });
  return parseInt(await figure.innerText());
}

/** Tells later on whether a page is still the one that it is now. */
async function mark(page: Page): Promise<{ isSame: () => Promise<boolean> }> {
  const node = await page.evaluateHandle(() => document.documentElement);
  const isSame = () => node.evaluate((it) => it.isConnected).catch(() => false);
  return { isSame };
}
