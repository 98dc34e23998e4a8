import assert from "node:assert/strict";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { onStage } from "./stage.ts";
import { tourOf } from "../tour.ts";
import { choosy, fillTown } from "../town.ts";

const LOOKS = [
  { width: 1280, colorScheme: "light", locale: "en-GB" },
  { width: 390, colorScheme: "dark", locale: "ru-RU" },
] as const;

for (const look of LOOKS) {
  const name = `${look.width} px, ${look.colorScheme}, ${look.locale}`;
  Deno.test(`every page is accessible and fits its window at ${name}`, async () => {
    await onStage(async ({ core, url, open }) => {
      const town = await fillTown(core);
      const faults: string[] = [];
      for (const { path, user } of await tourOf(core, town)) {
        const page = await open({ ...look, ...(user && { user }) });
        await page.goto(url + path);
        faults.push(
          ...(await faultsOf(page)).map((fault) => `${path}: ${fault}`),
        );
        await page.context().close();
      }
      assert.deepEqual(faults, []);
    }, { through: choosy });
  });
}

/** The part of axe's answer that matters here. */
interface Findings {
  violations: { id: string; help: string; nodes: { target: string[] }[] }[];
}

async function faultsOf(page: Page): Promise<string[]> {
  // Put in by the browser's own protocol, which the content policy does not concern.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<Findings>(
    "axe.run(document, { iframes: false })",
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
