import type { Client } from "../../core/clients/client.ts";
import type { SignedIn, TestSite } from "./site.ts";

/** A mailing of one message that is to go out. */
export interface MailingPlan {
  /** People who become clients before it goes out to all clients. */
  to?: readonly { email: string; name: string }[];
  subject?: string;
  body?: string;
}

/** Has somebody's message go out to all their clients, and gives those clients. */
export async function sendMailing(
  site: TestSite,
  { user }: SignedIn,
  { to = [], subject = "News of {{name}}", body = "Hello.\n\n{{unsubscribe}}" }:
    MailingPlan = {},
): Promise<Client[]> {
  const { core } = site;
  const clients = core.clients.of(user.id);
  for (const person of to) await clients.create(person);
  const text = await core.messages.of(user.id).create({ subject, body });
  const startsAt = new Date(core.store.now().getTime() + 60_000).toISOString();
  const schedule = {
    startsAt: startsAt.slice(0, 16),
    timeZone: "UTC",
    repeat: "once",
  };
  await core.mailings.of(user.id).create({
    name: subject,
    textId: text.id,
    audience: { kind: "everyone" },
    schedule,
  }, { launch: true });
  site.pass(2);
  await site.deliver();
  return (await clients.list()).items;
}
