import assert from "node:assert/strict";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { App, page } from "./mod.ts";
import type { PageProps } from "./mod.ts";

interface State {
  trail?: string[];
}

function get<S>(
  app: App<S>,
  path: string,
  init?: RequestInit,
): Promise<Response> {
  return app.handler()(new Request(`http://localhost${path}`, init));
}

Deno.test("a handler's page() reaches the component with data, status and headers", async () => {
  const app = new App<State>().route("/", {
    handler: {
      POST: () =>
        page({ name: "Ada" }, { status: 422, headers: { "x-a": "1" } }),
    },
    component: ({ data }: PageProps<{ name: string }, State>) => (
      <b>{data.name}</b>
    ),
  });
  const response = await get(app, "/", { method: "POST" });
  assert.equal(response.status, 422);
  assert.equal(response.headers.get("x-a"), "1");
  assert.equal(
    response.headers.get("content-type"),
    "text/html; charset=utf-8",
  );
  assert.match(await response.text(), /<b>Ada<\/b>/);
});

Deno.test("a component beside a POST-only handler still answers GET, with empty data", async () => {
  const app = new App<State>().route("/", {
    handler: { POST: () => new Response("posted") },
    component: ({ data }) => <b>{JSON.stringify(data)}</b>,
  });
  assert.match(await (await get(app, "/")).text(), /<b>\{\}<\/b>/);
});

Deno.test("an async component is awaited, and may answer with a Response", async () => {
  const app = new App<State>().route("/:name", {
    component: async function Page({ params, req }) {
      await Promise.resolve();
      if (params["name"] === "away") {
        return Response.redirect(new URL("/home", req.url));
      }
      return <b>{params["name"]}</b>;
    },
  });
  assert.match(await (await get(app, "/ada")).text(), /<b>ada<\/b>/);
  assert.equal(
    (await get(app, "/away")).headers.get("location"),
    "http://localhost/home",
  );
});

Deno.test("a page stands in its layouts, and those in the app wrapper", async () => {
  const app = new App<State>()
    .appWrapper(({ Component }) => (
      <html lang="en">
        <Component />
      </html>
    ))
    .layout("/", ({ Component }) => (
      <main>
        <Component />
      </main>
    ))
    .layout("/in", async function Inner({ Component }) {
      await Promise.resolve();
      return (
        <section>
          <Component />
        </section>
      );
    })
    .get("/in/page", (ctx) => ctx.render(<p>text</p>));
  assert.equal(
    await (await get(app, "/in/page")).text(),
    '<!DOCTYPE html><html lang="en"><main><section><p>text</p></section></main></html>',
  );
});

Deno.test("a route may do without inherited layouts and without the app wrapper", async () => {
  const app = new App<State>()
    .appWrapper(({ Component }) => (
      <html lang="en">
        <Component />
      </html>
    ))
    .layout("/", ({ Component }) => (
      <main>
        <Component />
      </main>
    ))
    .route("/bare", {
      component: () => <p>bare</p>,
      config: { skipInheritedLayouts: true },
    })
    .route("/own", {
      component: () => <html>own</html>,
      config: { skipAppWrapper: true },
    });
  assert.equal(
    await (await get(app, "/bare")).text(),
    '<!DOCTYPE html><html lang="en"><p>bare</p></html>',
  );
  assert.doesNotMatch(await (await get(app, "/own")).text(), /lang="en"/);
});

Deno.test("what the app wrapper provides reaches nothing in the page", async () => {
  const Tongue = createContext("nobody's");
  const Said = () => <i>{useContext(Tongue)}</i>;
  const app = new App<State>()
    .appWrapper(({ Component }) => (
      <html>
        <body>
          <Tongue.Provider value="the wrapper's">
            <Component />
          </Tongue.Provider>
        </body>
      </html>
    ))
    .layout("/", ({ Component }) => (
      <Tongue.Provider value="the layout's">
        <Component />
      </Tongue.Provider>
    ))
    .route("/in", { component: () => <Said /> })
    .route("/bare", {
      component: () => <Said />,
      config: { skipInheritedLayouts: true },
    });
  assert.match(await (await get(app, "/in")).text(), /<i>the layout's<\/i>/);
  assert.match(await (await get(app, "/bare")).text(), /<i>nobody's<\/i>/);
});

Deno.test("a link says whether it is the page or leads up to it, unless the app says", async () => {
  const app = new App<State>().get("/a/b", (ctx) =>
    ctx.render(
      <nav>
        <a href="/a/b">1</a>
        <a href="/a">2</a>
        <a href="/x">3</a>
        <a href="/a/b" aria-current="false">4</a>
      </nav>,
    ));
  const html = await (await get(app, "/a/b")).text();
  const found = [...html.matchAll(/<a ([^>]*)>(\d)/g)]
    .map(([, tag = "", n]) =>
      `${n} ${tag.match(/aria-current="(\w+)"/)?.[1] ?? "-"}`
    );
  assert.deepEqual(found, ["1 page", "2 true", "3 -", "4 false"]);
});
