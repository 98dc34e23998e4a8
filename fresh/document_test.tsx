import { type Signal, signal } from "@preact/signals";
import assert from "node:assert/strict";
import type { ComponentChildren } from "preact";
import { App, csp } from "./mod.ts";
import { Head } from "./runtime.ts";
import { applySnapshot, type Snapshot } from "./snapshot.ts";

function Button({ count }: { count: Signal<number> | number }) {
  return <button type="button">{count}</button>;
}

function Box({ children }: { children?: ComponentChildren }) {
  return <div>{children}</div>;
}

function Label({ text }: { text: string }) {
  return <b>{text}</b>;
}

function Outer() {
  return (
    <Box>
      <Button count={1} />
    </Box>
  );
}

const island = (name: string) => ({
  name,
  module: `/${name}.js`,
  preload: ["/shared.js"],
});

const snapshot: Snapshot = {
  buildId: "b1",
  mode: "production",
  root: "/",
  routes: [],
  islands: new Map(
    [Button, Box, Label, Outer].map((
      type,
    ) => [type, island(type.name)]),
  ),
  boot: { module: "/boot.js", preload: ["/shared.js"] },
  files: new Map(),
};

async function html(
  content: ComponentChildren,
  app = new App<unknown>(),
): Promise<string> {
  app.get("/", (ctx) => ctx.render(content));
  applySnapshot(app, snapshot);
  return await (await app.handler()(new Request("http://localhost/"))).text();
}

Deno.test("a page without an island carries no script", async () => {
  assert.doesNotMatch(await html(<p>text</p>), /<script|modulepreload/);
});

Deno.test("an island is marked, and the page carries its props and scripts", async () => {
  const page = await html(
    <p>
      before<Button count={signal(3)} />after
    </p>,
  );
  assert.match(
    page,
    /<p>before<!--island 0--><button type="button" ?>3<\/button><!--\/island-->after<\/p>/,
  );
  assert.match(
    page,
    /<script type="module" nonce="[^"]+">import "\/boot.js";<\/script><\/body>/,
  );
  for (const script of ["boot", "shared", "Button"]) {
    assert.match(
      page,
      new RegExp(`<link rel="modulepreload" href="/${script}.js"/>`),
    );
  }
  assert.match(page, /\["Signal",\d+\]/);
});

Deno.test("the same vnode rendered twice gives an island each time", async () => {
  const held = <Button count={1} />;
  const timeless = async () =>
    (await html(held)).replaceAll(/nonce="[^"]*"/g, "");
  assert.equal(await timeless(), await timeless());
});

Deno.test("an island inside an island is just a component", async () => {
  const page = await html(<Outer />);
  assert.match(page, /<!--island 0-->/);
  assert.doesNotMatch(page, /<!--island 1-->/);
});

Deno.test("a script tag inside props does not end the data", async () => {
  const page = await html(
    <Label text="</script><script>alert(1)</script>" />,
  );
  assert.doesNotMatch(page, /<script>alert/);
});

Deno.test("Head goes into the head, and its title takes the wrapper's place", async () => {
  const app = new App<unknown>().appWrapper(({ Component }) => (
    <html>
      <head>
        <title>Wrapper</title>
      </head>
      <body>
        <Component />
      </body>
    </html>
  ));
  const page = await html(
    <div>
      <Head>
        <title>Page</title>
        <meta name="robots" content="noindex" />
      </Head>text
    </div>,
    app,
  );
  assert.match(
    page,
    /<title>Page<\/title><meta name="robots" content="noindex"\/><\/head>/,
  );
  assert.doesNotMatch(page, /Wrapper/);
});

Deno.test("a page without a wrapper becomes a whole document", async () => {
  assert.match(
    await html(<p>text</p>),
    /^<!DOCTYPE html><html><head>.*<\/head><body><p>text<\/p><\/body><\/html>$/,
  );
});

Deno.test("with a nonce policy every script and style carries the header's nonce", async () => {
  const app = new App<unknown>().use(csp({ useNonce: true }))
    .get("/", (ctx) =>
      ctx.render(
        <div>
          <style>{"a{}"}</style>
          <Button count={1} />
        </div>,
      ));
  applySnapshot(app, snapshot);
  const response = await app.handler()(new Request("http://localhost/"));
  const policy = response.headers.get("content-security-policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const tags = (await response.text()).match(/<(script|style)[^>]*>/g) ?? [];
  assert.equal(tags.length, 3);
  for (const tag of tags) assert.ok(tag.includes(`nonce="${nonce}"`), tag);
});
