import { type Browser, chromium } from "playwright-core";
import { CHROMIUM } from "../tools/known.ts";
import { provide } from "../tools/provide.ts";
import { found } from "../tools/tool.ts";

/** A browser for tests, offline but for this machine. */
export async function launchChromium(): Promise<Browser> {
  // The test command has done it once for all; a file that is run alone does it for itself.
  await provide([CHROMIUM], () => {});
  return await chromium.launch({
    executablePath: await found(CHROMIUM),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}
