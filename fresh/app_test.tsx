import assert from "node:assert/strict";
import { App, HttpError } from "./mod.ts";
import type { ListenOptions } from "./mod.ts";

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

Deno.test("middlewares run in the order they were added, and unwind in reverse", async () => {
  const trail: string[] = [];
  const step = (name: string) => async (ctx: { next(): Promise<Response> }) => {
    trail.push(`${name} in`);
    const response = await ctx.next();
    trail.push(`${name} out`);
    return response;
  };
  const app = new App<State>().use(step("a"), step("b")).use("/x", step("c"))
    .get("/x", step("d"), (ctx) => ctx.text(trail.join()));
  assert.equal(await (await get(app, "/x")).text(), "a in,b in,c in,d in");
  assert.deepEqual(trail.slice(4), ["d out", "c out", "b out", "a out"]);
});

Deno.test("a middleware added after a route does not run for it", async () => {
  const app = new App<State>().get(
    "/",
    (ctx) => ctx.text(String(ctx.state.trail)),
  )
    .use((ctx) => {
      ctx.state.trail = ["late"];
      return ctx.next();
    })
    .get("/later", (ctx) => ctx.text(String(ctx.state.trail)));
  assert.equal(await (await get(app, "/")).text(), "undefined");
  assert.equal(await (await get(app, "/later")).text(), "late");
});

Deno.test("every request has a state of its own", async () => {
  const app = new App<State>().get("/", (ctx) => {
    ctx.state.trail = [...ctx.state.trail ?? [], "seen"];
    return ctx.json(ctx.state.trail);
  });
  await get(app, "/");
  assert.deepEqual(await (await get(app, "/")).json(), ["seen"]);
});

Deno.test("a route tells its pattern, its parameters and its address", async () => {
  const app = new App<State>().get(
    "/clients/:id",
    ({ route, params, url, json }) => {
      void json;
      return Response.json({ route, params, search: url.search });
    },
  );
  assert.deepEqual(await (await get(app, "/clients/7?tab=1")).json(), {
    route: "/clients/:id",
    params: { id: "7" },
    search: "?tab=1",
  });
});

Deno.test("doubled slashes in a path count as one", async () => {
  const app = new App<State>().get("/a/b", (ctx) => ctx.text(ctx.url.pathname));
  assert.equal(await (await get(app, "//a//b")).text(), "/a/b");
});

Deno.test("HEAD runs GET and drops the body", async () => {
  const app = new App<State>().get(
    "/",
    (ctx) => ctx.text("body", { headers: { "x-a": "1" } }),
  );
  const response = await get(app, "/", { method: "HEAD" });
  assert.equal(response.headers.get("x-a"), "1");
  assert.equal(response.body, null);
});

Deno.test("each method of a path has its own answer, and all() takes the rest", async () => {
  const app = new App<State>().post("/", (ctx) => ctx.text("post")).all(
    "/",
    (ctx) => ctx.text("any"),
  );
  assert.equal(await (await get(app, "/", { method: "POST" })).text(), "post");
  assert.equal(await (await get(app, "/", { method: "DELETE" })).text(), "any");
});

Deno.test("what no route matches is answered 404, after the middlewares", async () => {
  const app = new App<State>().use(async (ctx) => {
    if (ctx.url.pathname === "/file") return ctx.text("found");
    return await ctx.next();
  });
  assert.equal((await get(app, "/nothing")).status, 404);
  assert.equal(await (await get(app, "/file")).text(), "found");
});

Deno.test("notFound answers in place of the plain 404", async () => {
  const app = new App<State>().notFound((ctx) =>
    ctx.text("lost", { status: 404 })
  );
  assert.equal(await (await get(app, "/x")).text(), "lost");
});

Deno.test("an HttpError answers with its status and message in plain text", async () => {
  const app = new App<State>().get("/", () => {
    throw new HttpError(409, "Taken");
  });
  const response = await get(app, "/");
  assert.equal(response.status, 409);
  assert.equal(await response.text(), "Taken");
});

Deno.test("any other throw answers 500, tells no details and is logged once", async () => {
  const logged: unknown[] = [];
  const { console } = globalThis;
  const { error } = console;
  console.error = (thrown) => logged.push(thrown);
  try {
    const fault = new Error("secret");
    const app = new App<State>().onError("/", () => Promise.reject(fault)).get(
      "/",
      () => {
        throw fault;
      },
    );
    const response = await get(app, "/");
    assert.equal(response.status, 500);
    assert.equal(await response.text(), "Internal Server Error");
    assert.deepEqual(logged, [fault]);
  } finally {
    console.error = error;
  }
});

Deno.test("the nearest error page answers, with the error and its status", async () => {
  const app = new App<State>()
    .onError("/", (ctx) => ctx.text(`outer ${ctx.error}`))
    .onError("/api", { component: ({ error }) => <i>{String(error)}</i> })
    .get("/api/x", () => {
      throw new HttpError(410, "Moved out");
    })
    .get("/x", () => {
      throw new HttpError(410, "Gone");
    });
  const inner = await get(app, "/api/x");
  assert.equal(inner.status, 410);
  assert.match(await inner.text(), /<i>HttpError: Moved out<\/i>/);
  assert.equal(await (await get(app, "/x")).text(), "outer HttpError: Gone");
});

Deno.test("an error page stands outside its folder's middlewares", async () => {
  const app = new App<State>()
    .onError("/", (ctx) => ctx.text("failed", { status: 500 }))
    .use(async (ctx) => {
      const response = await ctx.next();
      response.headers.set("x-set-after-next", "1");
      return response;
    })
    .get("/", () => {
      throw new HttpError(400);
    });
  const response = await get(app, "/");
  assert.equal(await response.text(), "failed");
  assert.equal(response.headers.get("x-set-after-next"), null);
});

Deno.test("a redirect keeps to this host, and can carry cookies", async () => {
  const app = new App<State>().get("/", (ctx) => {
    const response = ctx.redirect("//evil.example/x", 303);
    response.headers.append("set-cookie", "a=1");
    response.headers.append("set-cookie", "b=2");
    return response;
  });
  const response = await get(app, "/");
  assert.equal(response.status, 303);
  assert.equal(response.headers.get("location"), "/evil.example/x");
  assert.deepEqual(response.headers.getSetCookie(), ["a=1", "b=2"]);
});

Deno.test("a stream is sent chunk by chunk as it comes", async () => {
  const app = new App<State>().get(
    "/",
    (ctx) =>
      ctx.stream(
        (async function* () {
          yield "a,";
          await Promise.resolve();
          yield new TextEncoder().encode("b");
        })(),
        { headers: { "content-type": "text/csv" } },
      ),
  );
  const response = await get(app, "/");
  assert.equal(response.headers.get("content-type"), "text/csv");
  assert.equal(await response.text(), "a,b");
});

Deno.test("forwarded headers change the address only when the proxy is trusted", async () => {
  const headers = {
    "x-forwarded-proto": "https",
    "x-forwarded-host": "sendoff.example",
  };
  const origin = (trustProxy: boolean) =>
    get(
      new App<State>({ trustProxy }).get(
        "/",
        (ctx) => ctx.text(ctx.url.origin),
      ),
      "/",
      { headers },
    ).then((response) => response.text());
  assert.equal(await origin(true), "https://sendoff.example");
  assert.equal(await origin(false), "http://localhost");
});

Deno.test("listen serves what a subclass's handler answers, on the port asked for", async () => {
  class Wrapped extends App<State> {
    override handler() {
      const inner = super.handler();
      return async (req: Request, info?: Deno.ServeHandlerInfo) => {
        const response = await inner(req, info);
        response.headers.set("x-wrapped", "1");
        return response;
      };
    }
  }
  await using server = await listening(new Wrapped(), { port: 0 });
  assert.ok(server.port > 8019, String(server.port));
  const response = await fetch(`http://localhost:${server.port}/`);
  assert.equal(response.headers.get("x-wrapped"), "1");
  await response.body?.cancel();
});

Deno.test("listen without a port takes a free one of 8000 to 8019", async () => {
  await using first = await listening(new App<State>(), {});
  await using second = await listening(new App<State>(), {});
  assert.notEqual(first.port, second.port);
  for (const { port } of [first, second]) {
    assert.ok(port >= 8000 && port <= 8019, String(port));
  }
});

async function listening(
  app: App<State>,
  options: ListenOptions,
): Promise<AsyncDisposable & { port: number }> {
  const stop = new AbortController();
  const { promise, resolve } = Promise.withResolvers<number>();
  await app.listen({
    ...options,
    signal: stop.signal,
    onListen: ({ port }) => resolve(port),
  });
  return {
    port: await promise,
    async [Symbol.asyncDispose]() {
      stop.abort();
      // The port is given back in a later turn.
      await new Promise((done) => setTimeout(done, 10));
    },
  };
}
