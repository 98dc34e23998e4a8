import assert from "node:assert/strict";
import { Browser } from "../tests/journeys/browser.ts";
import { freePort } from "./serve.ts";
import { spawnCommand, withFolder } from "./test_command.ts";

const CLIENTS = 200;
const PATIENCE = 20_000;

interface Ready {
  url: string;
  signIns: { email: string; password: string; groups: string[] }[];
  mailing: { id: string; url: string };
}

Deno.test("the demo sends its mailing within 20 seconds and leaves nothing behind", async () => {
  await withFolder(async (folder) => {
    const started = performance.now();
    const port = freePort({ hostname: "127.0.0.1", port: 8200 });
    const demo = spawnCommand("demo", ["--json", "--port", String(port)], {
      env: { TMPDIR: folder },
    });
    const lines = linesOf(demo.stdout);
    const ready: Ready = JSON.parse(await lines.next());
    const owner = await signedIn(ready, "owner");
    assert.equal(
      (await owner.get(`/mailings/${ready.mailing.id}`)).status,
      200,
    );
    let arrived = 0;
    while (performance.now() - started < PATIENCE && arrived < CLIENTS) {
      arrived = (await mailsOf(owner)).size;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    assert.equal(arrived, CLIENTS);
    for (const group of ["manager", "administrator"]) {
      await signedIn(ready, group);
    }
    assert.equal([...Deno.readDirSync(folder)].length, 1);
    demo.kill("SIGTERM");
    await lines.cancel();
    await demo.stderr.cancel();
    assert.equal((await demo.status).code, 0);
    assert.deepEqual([...Deno.readDirSync(folder)], []);
  });
});

async function signedIn(
  { url, signIns }: Ready,
  group: string,
): Promise<Browser> {
  const person = signIns.find(({ groups }) => groups.includes(group));
  assert.ok(person, `nobody is ${group}`);
  const browser = new Browser(
    url,
    (request) => fetch(request, { redirect: "manual" }),
  );
  const { email, password } = person;
  const { status } = await browser.post("/sign-in", { email, password });
  assert.equal(status, 303);
  return browser;
}

/** The mails on all pages of the mailbox. */
async function mailsOf(browser: Browser): Promise<Set<string>> {
  const mails = new Set<string>();
  const seen = new Set<string>();
  const pages = ["/mailbox"];
  for (let path = pages.pop(); path !== undefined; path = pages.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const { html } = await browser.get(path);
    for (const [, href = ""] of html.matchAll(/href="(\/mailbox[^"]*)"/g)) {
      if (/[?&;]at=/.test(href)) pages.push(href.replaceAll("&amp;", "&"));
      else if (href.startsWith("/mailbox/")) mails.add(href);
    }
  }
  return mails;
}

function linesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    async next(): Promise<string> {
      while (!text.includes("\n")) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`It ended after "${text}"`);
        text += value;
      }
      const [line = "", ...rest] = text.split("\n");
      text = rest.join("\n");
      return line;
    },
    cancel: () => reader.cancel(),
  };
}
