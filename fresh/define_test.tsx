import assert from "node:assert/strict";
import { App, createDefine, page } from "./mod.ts";

interface State {
  user: { name: string };
}

const define = createDefine<State>();

// These are checked by the compiler: an error that does not come is an error.
const handler = define.handlers({
  GET: (ctx) =>
    ctx.url.search === "" ? page({ clients: ["Ada"] }) : ctx.redirect("/", 303),
  async POST(ctx) {
    const form = await ctx.req.formData();
    return page({ clients: [], failure: String(form.get("name")) }, {
      status: 422,
    });
  },
});

const Clients = define.page<typeof handler>(({ data, state }) => {
  const names: string[] = data.clients;
  // @ts-expect-error -- the handlers give no such field
  const missing: unknown = data.absent;
  // @ts-expect-error -- a name is no number
  const wrong: number = state.user.name;
  void [missing, wrong];
  return (
    <p>{state.user.name}: {names.join()}{"failure" in data && data.failure}</p>
  );
});

const SignedIn = define.middleware((ctx) => {
  ctx.state.user = { name: "Grace" };
  // @ts-expect-error -- the state has no such field
  ctx.state.absent = true;
  return ctx.next();
});

Deno.test("what define types runs as it is", async () => {
  const app = new App<State>().use(SignedIn).route("/", {
    handler,
    component: Clients,
  });
  const response = await app.handler()(new Request("http://localhost/"));
  assert.match(await response.text(), /<p>Grace: Ada<\/p>/);
});

Deno.test("define.page without a handler and define.layout compile and render", async () => {
  const Page = define.page(async function Page({ state, url }) {
    await Promise.resolve();
    if (url.search === "?away") return Response.redirect(url.origin);
    return <i>{state.user.name}</i>;
  });
  const Layout = define.layout(({ Component, state }) => (
    <b>
      {state.user.name}
      <Component />
    </b>
  ));
  const app = new App<State>().use(SignedIn).layout("/", Layout).route("/", {
    component: Page,
  });
  const response = await app.handler()(new Request("http://localhost/"));
  assert.match(await response.text(), /<b>Grace<i>Grace<\/i><\/b>/);
});
