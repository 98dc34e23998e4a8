import assert from "node:assert/strict";
import axe from "axe-core";
import type { Page } from "playwright-core";
import type { User } from "../../core/users/user.ts";
import { type Look, onStage, type Stage } from "./stage.ts";
import { type Stop, tourOf } from "../tour.ts";
import { choosy, fillTown } from "../town.ts";

const LOOKS = [
  { width: 1280, colorScheme: "light", locale: "en-GB" },
  { width: 390, colorScheme: "dark", locale: "ru-RU" },
] as const satisfies readonly Look[];

Deno.test("every page is accessible and fits its window, wide in light English and narrow in dark Russian", () =>
  onStage(async (stage) => {
    const stops = await tourOf(stage.core, await fillTown(stage.core));
    // Side by side: while a page comes to one, axe looks at another.
    const faults = await Promise.all(
      LOOKS.map((look) => tour(stops, stage, look)),
    );
    assert.deepEqual(faults.flat(), []);
  }, { through: choosy }));

/** What is wrong with the pages in a look; everybody goes through theirs in one window. */
async function tour(
  stops: readonly Stop[],
  { url, open }: Stage,
  look: Look,
): Promise<string[]> {
  const pages = new Map<User | undefined, Page>();
  const faults: string[] = [];
  for (const { path, user } of stops) {
    const page = pages.get(user) ??
      await open({ ...look, ...(user && { user }) });
    pages.set(user, page);
    await page.goto(url + path);
    const found = await faultsOf(page);
    faults.push(
      ...found.map((fault) => `${path} at ${look.width} px: ${fault}`),
    );
  }
  return faults;
}

/** The part of axe's answer that matters here. */
interface Findings {
  violations: { id: string; help: string; nodes: { target: string[] }[] }[];
}

async function faultsOf(page: Page): Promise<string[]> {
  // Put in by the browser's own protocol, which the content policy does not concern.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<Findings>(
    "axe.run(document, { iframes: false, resultTypes: ['violations'] })",
  );
  const found = violations.map(({ id, help, nodes }) =>
    `${id} (${help}) at ${
      nodes.map(({ target }) => target.join(" ")).join(", ")
    }`
  );
  const overflow = await page.evaluate(() =>
    document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  return overflow > 0
    ? [...found, `is ${overflow} px wider than its window`]
    : found;
}
