import assert from "node:assert/strict";
import { formOf, withCompany } from "./company.ts";

Deno.test("a form that is sent twice without scripts makes one mailing", () =>
  withCompany(async (company) => {
    const { browser, core, user } = company;
    const { html } = await browser.get("/mailings/new");
    const id = html.match(/name="id" value="([^"]+)"/)![1]!;
    const form = formOf(company, { id });
    const [one, two] = await Promise.all([
      browser.post("/mailings/new", form),
      browser.post("/mailings/new", form),
    ]);
    assert.equal(one.location, `/mailings/${id}`);
    assert.equal(two.location, `/mailings/${id}`);
    assert.equal(await core.mailings.of(user.id).count(), 1);
  }));

Deno.test("the id of a form stays when it comes back with what is wrong", () =>
  withCompany(async (company) => {
    const id = "01890000-0000-7000-8000-000000000001";
    const form = formOf(company, { id, name: "" });
    const { html } = await company.browser.post("/mailings/new", form);
    assert.ok(html.includes(`name="id" value="${id}"`));
  }));

Deno.test("an id that no form of ours has makes no mailing", () =>
  withCompany(async (company) => {
    const { browser, core, user } = company;
    const form = formOf(company, { id: "../admin" });
    const shown = await browser.post("/mailings/new", form);
    assert.equal(shown.status, 422);
    assert.match(shown.text, /This form is not complete\. Load the page again/);
    assert.equal(await core.mailings.of(user.id).count(), 0);
  }));

Deno.test("a draft whose launch is refused keeps what it was", () =>
  withCompany(async (company) => {
    const { browser, core, user } = company;
    const { location = "" } = await browser.post(
      "/mailings/new",
      formOf(company, { intent: "draft" }),
    );
    const shown = await browser.post(`${location}/edit`, {
      ...formOf(company, { name: "Winter", textId: "" }),
      mailing: location.split("/").at(-1)!,
    });
    assert.equal(shown.status, 422);
    const { items: [draft] } = await core.mailings.of(user.id).list();
    assert.deepEqual([draft?.name, draft?.status], ["Autumn news", "draft"]);
  }));
