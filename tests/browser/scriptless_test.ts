import type { Page } from "playwright-core";
import {
  follow,
  journey,
  press,
  reads,
  reloadUntil,
  type Walk,
} from "./people.ts";

const CLIENT = "Анна Петрова";

journey(
  "an owner whose browser runs no scripts adds a client and sends a mailing",
  async (walk) => {
    const { core, join, open, url } = walk;
    const user = await join("Owner", ["owner"]);
    await core.messages.of(user.id).create({
      subject: "News for {{name}}",
      body: "Dear {{name}}, here is news.",
    });
    const page = await open({ user, isScriptless: true });
    await page.goto(`${url}/overview`);
    await addClient(page, walk);
    await sendMailing(page, walk);
    await seeTheEnd(page, walk);
  },
);

async function addClient(page: Page, { t }: Walk): Promise<void> {
  const { fields, add, added } = t.clients;
  await follow(page, t.overview.steps.clients.action);
  await page.getByLabel(fields.name).fill(CLIENT);
  await press(page, add);
  await page.locator("#email-error").waitFor();
  await page.getByLabel(fields.email, { exact: true }).fill("anna@example.com");
  await press(page, add);
  await reads(page, added(CLIENT));
}

async function sendMailing(page: Page, { t, url }: Walk): Promise<void> {
  const { form } = t.mailings;
  await page.goto(`${url}/mailings/new`);
  await page.getByLabel(form.name, { exact: true }).fill("Autumn news");
  await page.getByLabel(form.message, { exact: true })
    .selectOption({ label: "News for {{name}}" });
  await page.getByRole("radio", { name: form.bySearch }).check();
  await page.getByRole("searchbox", { name: form.search, exact: true })
    .fill("анна");
  await page.getByRole("radio", { name: form.now, exact: true }).check();
  await press(page, form.check);
  await reads(page, form.matches(1, { more: false }));
  await press(page, form.sendMany(1, { more: false }));
  await page.waitForURL(/\/mailings\/[0-9a-f-]+/);
}

async function seeTheEnd(page: Page, { t }: Walk): Promise<void> {
  const run = page.locator("main table a[href*='/runs/']").first();
  await reloadUntil(page, () => run.isVisible());
  await run.click();
  await reads(page, t.runs.handled(1, 1));
  await reads(page, CLIENT);
}
