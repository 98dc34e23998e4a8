import { type Browser, chromium } from "playwright-core";

const KNOWN_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A browser for tests, offline but for this machine. */
export async function launchChromium(): Promise<Browser> {
  return await chromium.launch({
    executablePath: await findChromium(),
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

/** The path of a Chromium; installs one where the machine has none. */
export async function findChromium(): Promise<string> {
  const found = await firstInstalled();
  if (found) return found;
  await install();
  const installed = await firstInstalled();
  if (installed) return installed;
  throw new Error(
    "The browser tests need Chromium. Install it (on Debian: apt-get install chromium), " +
      "or set CHROMIUM to its path, then run the tests again.",
  );
}

async function firstInstalled(): Promise<string | undefined> {
  const places = [
    Deno.env.get("CHROMIUM"),
    ...KNOWN_PLACES,
    chromium.executablePath(),
  ];
  for (const path of places) {
    if (path && await isFile(path)) return path;
  }
  return undefined;
}

/** Tries Debian's package where one may install it, else the browser that Playwright brings. */
async function install(): Promise<void> {
  if (
    Deno.build.os === "linux" && Deno.uid() === 0 &&
    await isFile("/usr/bin/apt-get")
  ) {
    await run("apt-get", "update", "-qq");
    await run(
      "apt-get",
      "install",
      "-y",
      "-qq",
      "--no-install-recommends",
      "chromium",
    );
  }
  if (!await firstInstalled()) {
    await run(
      Deno.execPath(),
      "run",
      "-A",
      "npm:playwright-core@^1.65.1",
      "install",
      "chromium",
    );
  }
}

async function run(command: string, ...args: string[]): Promise<void> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await new Deno.Command(command, { args, env, stdout: "null", stderr: "null" })
    .output();
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
