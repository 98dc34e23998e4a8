import assert from "node:assert/strict";
import { formOf, withCompany } from "./company.ts";

Deno.test("a form that is sent twice without scripts makes one mailing", () =>
  withCompany(async (company) => {
    const { browser, core, user } = company;
    const { html } = await browser.get("/mailings/new");
    const once = html.match(/name="once" value="([^"]+)"/)![1]!;
    const form = formOf(company, { once });
    const [one, two] = await Promise.all([
      browser.post("/mailings/new", form),
      browser.post("/mailings/new", form),
    ]);
    assert.match(one.location ?? "", /^\/mailings\/[\w-]{36}$/);
    assert.equal(two.location, one.location);
    assert.equal(await core.mailings.of(user.id).count(), 1);
  }));

Deno.test("a form that comes back with what is wrong still makes one mailing", () =>
  withCompany(async (company) => {
    const { browser } = company;
    const { html } = await browser.get("/mailings/new");
    const once = html.match(/name="once" value="([^"]+)"/)![1]!;
    const again = await browser
      .post("/mailings/new", formOf(company, { once, name: "" }));
    assert.ok(again.html.includes(`name="once" value="${once}"`));
  }));

Deno.test("a new mailing's id is made here, whatever a browser sends for it", () =>
  withCompany(async (company) => {
    const { browser, site, core } = company;
    const id = "01890000-0000-7000-8000-000000000001";
    const another = await company.owner({ email: "another@example.com" });
    const theirs = core.signer.sign("new mailing", [another.user.id, id]);
    for (const once of [id, "../admin", theirs, `${theirs}x`, ""]) {
      const form = formOf(company, { once, id, intent: "draft" });
      const { location = "" } = await browser.post("/mailings/new", form);
      assert.match(location, /^\/mailings\/[\w-]{36}$/, site.baseUrl);
      assert.ok(!location.endsWith(id), once);
    }
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
