import { launchChromium } from "../tests/browser/chromium.ts";
import type { Bench } from "./figure.ts";
import { fillStore, serveSite } from "./served.ts";

const VISITS = 5;

interface Visit {
  /** When the largest element was painted, in milliseconds. */
  paint: number;
  shift: number;
  /** Requests that left the site. */
  strangers: number;
}

/** What a person meets on the home page: the largest paint, what jumps, who else is asked. */
export const firstPaint: Bench = async (tell) => {
  const folder = await Deno.makeTempDir();
  const browser = await launchChromium();
  try {
    const { path } = await fillStore(folder, () => Promise.resolve());
    await using site = await serveSite(path);
    const visits: Visit[] = [];
    for (let n = 0; n < VISITS; n++) {
      tell(`Visiting the home page (${n + 1} of ${VISITS})…`);
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
      });
      const page = await context.newPage();
      let strangers = 0;
      page.on("request", (request) => {
        if (!request.url().startsWith(site.url)) strangers++;
      });
      await page.goto(site.url, { waitUntil: "networkidle" });
      visits.push({ ...await page.evaluate(measure), strangers });
      await context.close();
    }
    const paints = visits.map(({ paint }) => paint).sort((a, b) => a - b);
    const most = (key: "shift" | "strangers") =>
      Math.max(...visits.map((visit) => visit[key]));
    return [
      {
        figure: "largest paint of the home page",
        value: (paints[Math.floor(VISITS / 2)] ?? Infinity) / 1_000,
        unit: "s",
        bound: 0.3,
        sense: "at most",
      },
      {
        figure: "layout shift of the home page",
        value: most("shift"),
        unit: "score",
        bound: 0,
        sense: "at most",
      },
      {
        figure: "requests that leave the site",
        value: most("strangers"),
        unit: "requests",
        bound: 0,
        sense: "at most",
      },
    ];
  } finally {
    await browser.close();
    await Deno.remove(folder, { recursive: true });
  }
};

/** Runs in the page: reads what the browser itself has measured. */
async function measure(): Promise<{ paint: number; shift: number }> {
  const entriesOf = (type: string) =>
    new Promise<PerformanceEntryList>((resolve) => {
      const observer = new PerformanceObserver((list) =>
        resolve(list.getEntries())
      );
      observer.observe({ type, buffered: true });
      setTimeout(() => resolve([]), 500);
    });
  const paints = await entriesOf("largest-contentful-paint");
  const shifts = await entriesOf("layout-shift");
  const scoreOf = (entry: PerformanceEntry) =>
    "value" in entry && typeof entry.value === "number" ? entry.value : 0;
  return {
    paint: paints.at(-1)?.startTime ?? Infinity,
    shift: shifts.reduce((sum, entry) => sum + scoreOf(entry), 0),
  };
}
