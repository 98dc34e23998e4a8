import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { ROOT } from "../source_files.ts";
import { type Stop, tourOf } from "../tour.ts";
import { choosy, fillTown } from "../town.ts";
import { type Look, onStage } from "./stage.ts";

/** The pictures that the README shows, by file. */
const SHOWN = ["/", "/mailings/new", "/mailings/[id]/runs/[run]"] as const;

const LOOKS = {
  "1280-light-en": { width: 1280, colorScheme: "light", locale: "en-GB" },
  "1280-dark-ru": { width: 1280, colorScheme: "dark", locale: "ru-RU" },
  "390-light-ru": { width: 390, colorScheme: "light", locale: "ru-RU" },
  "390-dark-en": { width: 390, colorScheme: "dark", locale: "en-GB" },
} as const satisfies Record<string, Look>;

const { values: { all } } = parseArgs({
  args: Deno.args,
  options: { all: { type: "boolean", default: false } },
});

await onStage(async ({ core, url, open }) => {
  const stops = await tourOf(core, await fillTown(core));
  const picture = async (
    stop: Stop,
    { look, ...shot }: { look: Look; path: string; fullPage: boolean },
  ) => {
    const page = await open({ ...look, ...(stop.user && { user: stop.user }) });
    await page.goto(url + stop.path);
    await keep(page, shot);
  };
  const look = LOOKS["1280-light-en"];
  for (const pattern of SHOWN) {
    const stop = stops.find((each) => each.pattern === pattern);
    if (!stop) throw new Error(`The tour has no stop at ${pattern}`);
    const path = `${ROOT}/docs/screenshots/${nameOf(pattern)}.png`;
    await picture(stop, { look, path, fullPage: false });
  }
  if (!all) return;
  for (const [name, look] of Object.entries(LOOKS)) {
    for (const stop of stops) {
      const path = `${ROOT}/tests/screenshots/${name}/${
        nameOf(stop.pattern)
      }.png`;
      await picture(stop, { look, path, fullPage: true });
    }
  }
}, { through: choosy });

async function keep(
  page: Page,
  { path, fullPage }: { path: string; fullPage: boolean },
): Promise<void> {
  await page.screenshot({ path, fullPage });
  await page.context().close();
}

/** A file's name for a page: `/mailings/[id]?q=a` becomes `mailings-id-q-a`. */
function nameOf(pattern: string): string {
  return pattern.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "home";
}
