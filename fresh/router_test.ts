import assert from "node:assert/strict";
import { Router } from "./router.ts";

function routerOf(...patterns: string[]): Router<string> {
  const router = new Router<string>();
  for (const pattern of patterns) router.at(pattern, () => pattern);
  return router;
}

Deno.test("a literal route wins over a dynamic one that was added first", () => {
  const router = routerOf("/clients/:id", "/clients/new");
  assert.equal(router.match("/clients/new")?.value, "/clients/new");
  assert.equal(router.match("/clients/7")?.value, "/clients/:id");
});

Deno.test("the more exact of two dynamic routes wins", () => {
  const router = routerOf(
    "/:rest*",
    "/:page",
    "/clients/:id",
    "/:page/edit",
    "/file-:id.txt",
  );
  assert.equal(router.match("/clients/7")?.value, "/clients/:id");
  assert.equal(router.match("/7/edit")?.value, "/:page/edit");
  assert.equal(router.match("/file-7.txt")?.value, "/file-:id.txt");
  assert.equal(router.match("/about")?.value, "/:page");
  assert.equal(router.match("/a/b/c")?.value, "/:rest*");
});

Deno.test("a parameter is decoded but keeps its encoded slash", () => {
  const match = routerOf("/tags/:tag").match("/tags/%D0%B4%D0%B0%2Fno");
  assert.deepEqual(match?.params, { tag: "да%2Fno" });
});

Deno.test("a parameter that is no valid encoding throws, which the app has to prevent", () => {
  assert.throws(
    () => routerOf("/tags/:tag").match("/tags/%E0%A4%A"),
    URIError,
  );
});

Deno.test("a parameter does not reach over a slash or match nothing", () => {
  const router = routerOf("/clients/:id");
  assert.equal(router.match("/clients/1/edit"), undefined);
  assert.equal(router.match("/clients/"), undefined);
});

Deno.test("an optional parameter may be missing", () => {
  const router = routerOf("/list/:page?");
  assert.deepEqual(router.match("/list")?.params, {});
  assert.deepEqual(router.match("/list/2")?.params, { page: "2" });
});

Deno.test("a rest parameter takes everything below its path", () => {
  const match = routerOf("/docs/:path*").match("/docs/a/b");
  assert.deepEqual(match, {
    pattern: "/docs/:path*",
    value: "/docs/:path*",
    params: { path: "a/b" },
  });
});

Deno.test("a dot in a pattern matches only a dot", () => {
  const router = routerOf("/:name.json");
  assert.equal(router.match("/axjson"), undefined);
  assert.deepEqual(router.match("/a.json")?.params, { name: "a" });
});
