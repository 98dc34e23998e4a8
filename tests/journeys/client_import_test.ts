import assert from "node:assert/strict";
import { type SignedIn, type TestSite, withSite } from "./site.ts";

/** Runs a test as somebody who is signed in. */
function asOwner(
  test: (owner: SignedIn, site: TestSite) => Promise<void>,
): Promise<void> {
  return withSite(async (site) => await test(await site.owner(), site));
}

/** What stands in the field for the list. */
function listIn(html: string): string | undefined {
  return html.match(/<textarea[^>]*>([^<]*)<\/textarea>/)?.[1]
    ?.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll(
      "&amp;",
      "&",
    );
}

Deno.test("a pasted list becomes clients, and the list of clients tells how many", () =>
  asOwner(async ({ browser, user }, { core }) => {
    const list =
      "\uFEFFимя;почта;комментарий\r\nАнна Ёлкина;anna@example.com;чай" +
      "\r\nBoris;boris@example.com;";
    const shown = await browser.submit("/clients/import", { list });
    assert.match(shown.text, /2 clients added\./);
    const { items } = await core.clients.of(user.id).list({ search: "anna" });
    assert.equal(items[0]?.name, "Анна Ёлкина");
    assert.equal(items[0]?.comment, "чай");
  }));

Deno.test("lines not understood come back with number and reason, the others are added", () =>
  asOwner(async ({ browser, user }, { core }) => {
    await browser.submit("/clients/import", { list: "Old <old@example.com>" });
    const shown = await browser.post("/clients/import", {
      list: "Anna <anna@example.com>\nБез <b>адреса\nold@example.com, Other\n" +
        "ANNA@example.com, Anna again\nnameless@example.com",
    });
    assert.equal(shown.status, 422);
    assert.match(shown.text, /1 client added/);
    const [, present = ""] = shown.text.split("2 clients there already");
    const addresses = present.match(/\w+@example\.com/g)?.slice(0, 2);
    assert.deepEqual(addresses?.sort(), [
      "anna@example.com",
      "old@example.com",
    ]);
    assert.match(shown.text, /2 lines not understood/);
    assert.match(shown.text, /Line 2: There is no e-mail address/);
    assert.match(shown.text, /Line 5: Enter the client's full name/);
    assert.doesNotMatch(shown.html, /Без <b>/);
    assert.equal(
      listIn(shown.html),
      "Без <b>адреса\nnameless@example.com",
    );
    const clients = core.clients.of(user.id);
    assert.equal(await clients.count(), 2);
    const { items: [old] } = await clients.list({ search: "old" });
    assert.equal(old?.name, "Old");
  }));

Deno.test("a list that brings nobody new says who was there already", () =>
  asOwner(async ({ browser }) => {
    const list = "Anna <anna@example.com>";
    await browser.submit("/clients/import", { list });
    const again = await browser.post("/clients/import", { list });
    assert.equal(again.status, 200);
    assert.match(again.text, /Nobody added/);
    assert.match(again.text, /1 client there already .*anna@example\.com/);
    assert.equal(listIn(again.html), "");
  }));

Deno.test("an empty list is refused at its field", () =>
  asOwner(async ({ browser }) => {
    const shown = await browser.post("/clients/import", { list: " \n\n" });
    assert.equal(shown.status, 422);
    assert.match(shown.html, /id="list-error".*?Paste at least one client/s);
  }));

Deno.test("a list over a megabyte is refused in its place", () =>
  asOwner(async ({ browser, user }, { core }) => {
    const list = "Anna <anna@example.com>\n".repeat(50_000);
    const shown = await browser.post("/clients/import", { list });
    assert.equal(shown.status, 422);
    assert.match(shown.text, /larger than 1 MB/);
    assert.equal(await core.clients.of(user.id).count(), 0);
  }));
