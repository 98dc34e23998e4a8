import type { Browser } from "./browser.ts";

/** A page and every script that it leads to. */
export async function pageWithScripts(
  browser: Browser,
  path: string,
): Promise<{ html: string; js: string[] }> {
  const { html } = await browser.get(path);
  const scripts = new Map<string, string>();
  const toLoad = [...html.matchAll(/"(\/[^"\s]*\.js(?:\?[^"]*)?)"/g)]
    .map(([, src]) => src!);
  for (const src of toLoad) {
    if (scripts.has(src)) continue;
    const script = (await browser.get(src)).html;
    scripts.set(src, script);
    for (const [, from] of script.matchAll(/"(\.{1,2}\/[^"]*\.js)"/g)) {
      toLoad.push(new URL(from!, `https://site.test${src}`).pathname);
    }
  }
  return { html, js: [...scripts.values()] };
}
