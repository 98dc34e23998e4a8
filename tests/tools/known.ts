import { chromium } from "playwright-core";
import type { Tool } from "./tool.ts";

/** The browser of the browser tests and of what is seen of a page. */
export const CHROMIUM: Tool = {
  name: "Chromium",
  variable: "CHROMIUM",
  places: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    chromium.executablePath(),
  ],
  debian: "chromium",
  otherwise: [
    Deno.execPath(),
    "run",
    "-A",
    "npm:playwright-core@^1.65.1",
    "install",
    "chromium",
  ],
};

/** Postfix's server that takes everything, for benches. */
export const SMTP_SINK: Tool = {
  name: "smtp-sink",
  places: ["/usr/sbin/smtp-sink"],
  debian: "postfix",
};

/** Postfix's load generator. */
export const SMTP_SOURCE: Tool = {
  name: "smtp-source",
  places: ["/usr/sbin/smtp-source"],
  debian: "postfix",
};

/** The load generator for pages. */
export const WRK: Tool = {
  name: "wrk",
  places: ["/usr/bin/wrk", "/usr/local/bin/wrk", "/opt/homebrew/bin/wrk"],
  debian: "wrk",
};
