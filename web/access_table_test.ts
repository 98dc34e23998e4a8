import assert from "node:assert/strict";
import { ACCESS, needOf, routeAt } from "./access_table.ts";

Deno.test("the table itself knows which of its routes an address belongs to", () => {
  for (const [_, path] of ACCESS) {
    const address = path.replace(/:\w+/g, "01a2-b3");
    assert.equal(routeAt(address), path);
    assert.equal(
      routeAt(`/${address}/`),
      path,
      "however many slashes there are",
    );
  }
  assert.equal(
    routeAt("/clients/new"),
    "/clients/new",
    "a name before a place",
  );
  assert.equal(routeAt("/nowhere"), undefined);
  assert.equal(routeAt("/blog/feedxxml"), "/blog/:slug");
});

Deno.test("asking for the head of a page needs what the page needs", () => {
  assert.equal(needOf("HEAD", "/clients"), "mailings.own");
  assert.equal(needOf("DELETE", "/clients"), undefined);
});
