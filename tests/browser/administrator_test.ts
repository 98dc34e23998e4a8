import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { User } from "../../core/users/user.ts";
import { CROWD, sendToCrowd } from "./crowd.ts";
import {
  follow,
  journey,
  menuLink,
  press,
  reads,
  until,
  type Walk,
} from "./people.ts";

const GROUP = "Night watch";

journey(
  "an administrator makes a group, and puts a user into it",
  async (walk) => {
    const { t, url, open, join, named } = walk;
    const admin = await join("Admin", ["administrator"]);
    const user = await join("Watchman", ["owner"]);
    const desk = await open({ user: admin });
    const window = await open({ user });
    await window.goto(`${url}/overview`);
    await has(window, walk, { system: false, users: false });
    await makeGroup(desk, walk);
    await putInto(desk, walk, user);
    await (await menuLink(window, t, t.frame.clients)).click();
    await window.waitForURL(`${url}/clients`);
    await has(window, walk, { system: true, users: false });
    await (await menuLink(window, t, t.admin.menu.system)).click();
    await reads(window, t.admin.system.about);

    await givePermission(desk, walk);
    await window.reload();
    await has(window, walk, { system: true, users: true });
    await readJournal(desk, walk, [
      [t.admin.audit.acts["group.changed"], named(GROUP)],
      [t.admin.audit.acts["user.groups_changed"], user.name],
      [t.admin.audit.acts["group.created"], named(GROUP)],
    ]);
  },
);

journey(
  "an administrator deletes a user, asked twice, with all they own",
  async (walk) => {
    const { t, url, open, join } = walk;
    const words = t.admin.users;
    const { owner } = await sendToCrowd(walk);
    const desk = await open({ user: await join("Admin", ["administrator"]) });
    const window = await open({ user: owner });
    await window.goto(`${url}/overview`);
    await desk.goto(`${url}/admin/users`);
    await follow(desk, owner.name);
    await follow(desk, words.deleteAccount);
    await reads(desk, t.common.clients(CROWD));
    await desk.getByLabel(words.typed).fill("somebody@else.example");
    await press(desk, words.deleteConfirm);
    await reads(desk, words.typedWrong(owner.email));
    await desk.getByLabel(words.typed).fill(owner.email);
    await press(desk, words.deleteConfirm);
    await reads(desk, words.deleted(owner.email));
    const name = { name: owner.name, exact: true };
    assert.equal(await desk.getByRole("link", name).count(), 0);

    await (await menuLink(window, t, t.frame.messages)).click();
    await window.waitForURL(/\/sign-in\?next=%2Fmessages/);
    await until(desk, () => ownsNothing(walk, owner));
    await readJournal(desk, walk, [
      [t.admin.audit.acts["user.deleted"], owner.name],
    ]);
  },
);

/** Whether a page's menu has the ways that a user may be given. */
async function has(
  page: Page,
  { t }: Walk,
  ways: { system: boolean; users: boolean },
): Promise<void> {
  const { system, users } = t.admin.menu;
  const shown = {
    system: await (await menuLink(page, t, system)).isVisible(),
    users: await (await menuLink(page, t, users)).isVisible(),
  };
  assert.deepEqual(shown, ways);
}

async function makeGroup(
  page: Page,
  { t, url, named }: Walk,
): Promise<void> {
  const { groups: words, permissions } = t.admin;
  await page.goto(`${url}/admin/groups`);
  await follow(page, words.add);
  await page.getByLabel(words.name, { exact: true }).fill(named(GROUP));
  await page.getByLabel(permissions["system.view"].name).check();
  await press(page, words.create);
  await reads(page, words.created(named(GROUP)));
}

async function givePermission(
  page: Page,
  { t, named }: Walk,
): Promise<void> {
  const { groups: words, permissions, menu } = t.admin;
  await (await menuLink(page, t, menu.groups)).click();
  await follow(page, named(GROUP));
  const { name } = permissions["users.view"];
  await page.getByLabel(name).check();
  await press(page, words.save);
  await reads(page, words.saved(named(GROUP)));
}

async function putInto(
  page: Page,
  { t, named }: Walk,
  user: User,
): Promise<void> {
  const { users: words, menu } = t.admin;
  await (await menuLink(page, t, menu.members)).click();
  await page.getByRole("searchbox", { name: words.search }).fill(user.email);
  await press(page, t.common.search);
  await follow(page, user.name);
  await page.getByLabel(named(GROUP)).check();
  await press(page, words.save);
  await reads(page, words.saved(user.name));
}

/** The newest lines of the journal, the newest first: what was done, and to whom. */
async function readJournal(
  page: Page,
  { t }: Walk,
  expected: [act: string, on: string][],
): Promise<void> {
  await (await menuLink(page, t, t.admin.menu.system)).click();
  await follow(page, t.admin.system.journalLink);
  await page.waitForURL(/\/admin\/system\/journal$/);
  const rows = page.locator("main tbody").getByRole("row");
  for (const [index, words] of expected.entries()) {
    const line = await rows.nth(index).innerText();
    for (const word of words) assert.ok(line.includes(word), line);
  }
}

async function ownsNothing({ core }: Walk, { id }: User): Promise<boolean> {
  const lists = await Promise.all([
    core.clients.of(id).list({ limit: 1 }),
    core.messages.of(id).list({ limit: 1 }),
    core.mailings.of(id).list({ limit: 1 }),
  ]);
  return lists.every(({ items }) => items.length === 0);
}
