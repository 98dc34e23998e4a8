import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { translateError } from "../../core/i18n/errors.ts";
import { type Sending, sendToCrowd } from "./crowd.ts";
import {
  follow,
  journey,
  menuLink,
  press,
  reads,
  signIn,
  until,
  type Walk,
} from "./people.ts";
import { Turnstile } from "./turnstile.ts";

const REASON = "These people never asked for mail.";

const turnstile = new Turnstile();

journey(
  "a manager switches a running mailing off and on, blocks its owner and lets them in again",
  (walk) =>
    turnstile.shutDuring(async () => {
      const { join, open, url } = walk;
      const sending = await sendToCrowd(walk);
      const manager = await join("Manager", ["manager"]);
      const desk = await open({ user: manager });
      const window = await open({ user: sending.owner });
      await window.goto(`${url}/mailings/${sending.mailing.id}`);
      await desk.goto(`${url}/manage/mailings`);
      await findRunning(desk, walk, sending);
      await switchOff(desk, walk, sending);
      await readReason(window, walk);
      await switchOn(desk, walk, sending);
      await window.reload();
      await reads(window, walk.t.common.states.running);
      assert.equal(await window.getByText(REASON).count(), 0);

      await findUser(desk, walk, sending);
      await block(desk, walk, sending);
      await isSentAway(window, walk, sending);
      await press(desk, walk.t.manager.users.unblock);
      await reads(desk, walk.t.manager.users.wasUnblocked(sending.owner.name));
      await signIn(window, { ...walk, user: sending.owner });
      await window.waitForURL(`${url}/clients`);
    }),
  { through: turnstile.before },
);

async function findRunning(
  page: Page,
  { t }: Walk,
  { mailing, owner }: Sending,
): Promise<void> {
  const row = page.getByRole("row").filter({ hasText: mailing.name });
  await until(page, async () => {
    const text = await row.innerText();
    if (text.includes(t.common.states.running)) return true;
    await page.reload();
    return false;
  });
  assert.ok((await row.innerText()).includes(owner.name));
  await row.getByRole("link", { name: mailing.name }).click();
  await reads(page, t.common.states.running);
}

async function switchOff(
  page: Page,
  { t }: Walk,
  { mailing }: Sending,
): Promise<void> {
  const words = t.manager.mailings;
  await follow(page, words.off);
  await press(page, words.offConfirm);
  await page.locator("#reason-error").waitFor();
  await page.getByLabel(words.offReason).fill(REASON);
  await press(page, words.offConfirm);
  await reads(page, words.wasSwitchedOff(mailing.name));
  await reads(page, REASON);
}

/** The owner reads why, on the mailing's page and on the first one, and cannot let it go on. */
async function readReason(page: Page, { t, url }: Walk): Promise<void> {
  await page.reload();
  const path = page.url();
  const told = page.getByRole("region", { name: t.manager.told.switchedOff });
  await told.getByText(REASON).waitFor();
  await reads(page, t.common.states["switched off"]);
  const { resume } = t.mailings.actions;
  assert.equal(await page.getByRole("button", { name: resume }).count(), 0);
  await page.goto(`${url}/overview`);
  await reads(page, REASON);
  await page.goto(path);
}

async function switchOn(
  page: Page,
  { t }: Walk,
  { mailing }: Sending,
): Promise<void> {
  await press(page, t.manager.mailings.on);
  await reads(page, t.manager.mailings.wasSwitchedOn(mailing.name));
  await reads(page, t.common.states.running);
}

async function findUser(
  page: Page,
  walk: Walk,
  { owner }: Sending,
): Promise<void> {
  const { t } = walk;
  await (await menuLink(page, t, t.admin.menu.users)).click();
  await page.getByRole("searchbox", { name: t.manager.users.search })
    .fill(owner.email);
  await press(page, t.common.search);
  await page.waitForURL(/q=/);
  assert.equal(await page.getByRole("table").getByRole("link").count(), 1);
  await follow(page, owner.name);
}

async function block(
  page: Page,
  { t }: Walk,
  { owner }: Sending,
): Promise<void> {
  const words = t.manager.users;
  await follow(page, words.block);
  await page.getByLabel(words.reason).fill(REASON);
  await press(page, words.blockConfirm);
  await reads(page, words.wasBlocked(owner.name));
}

/** The next click ends at the sign-in, which says why there is no way in. */
async function isSentAway(
  page: Page,
  walk: Walk,
  { owner }: Sending,
): Promise<void> {
  const { t, language } = walk;
  await (await menuLink(page, t, t.frame.clients)).click();
  await page.waitForURL(/\/sign-in\?next=%2Fclients/);
  await signIn(page, { t, user: owner });
  const refusal = `This account is blocked. The reason: ${REASON}`;
  await reads(page, translateError(language, refusal));
}
