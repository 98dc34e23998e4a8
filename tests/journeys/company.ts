import type { Client } from "../../core/clients/client.ts";
import type { MailingText } from "../../core/messages/message.ts";
import type { Shown } from "./browser.ts";
import {
  type SignedIn,
  type TestSite,
  type TestSiteOptions,
  withSite,
} from "./site.ts";

/** An owner with a message and three clients. */
export interface Company extends Omit<TestSite, "browser">, SignedIn {
  text: MailingText;
  clients: Client[];
  /** A browser of somebody who has not signed in. */
  visitor: TestSite["browser"];
}

/** What a mailing's form sends; each test says what it has otherwise. */
export type MailingFields = Record<string, string | string[]>;

/** Runs a test as a company that is ready to send. */
export function withCompany(
  test: (company: Company) => Promise<void>,
  options?: TestSiteOptions,
): Promise<void> {
  return withSite(async (site) => {
    const signedIn = await site.owner();
    const { id } = signedIn.user;
    const people = ["Анна Орлова", "Bob Brown", "Clara Miller"];
    const clients = await Promise.all(
      people.map((name, n) =>
        site.core.clients.of(id).create({
          name,
          email: `person${n}@example.com`,
        })
      ),
    );
    const text = await site.core.messages.of(id).create({
      subject: "News for {{name}}",
      body: "Dear {{name}}, here is news.",
    });
    await test({ ...site, ...signedIn, text, clients, visitor: site.browser });
  }, options);
}

/** A form that sends the message to everyone at once. */
export function formOf(
  { text }: Pick<Company, "text">,
  fields: MailingFields = {},
): MailingFields {
  return {
    name: "Autumn news",
    textId: text.id,
    kind: "everyone",
    start: "now",
    timeZone: "UTC",
    repeat: "once",
    intent: "launch",
    ...fields,
  };
}

/** Sends the form of a new mailing and gives the path of the mailing's page. */
export async function launch(
  company: Company,
  fields: MailingFields = {},
): Promise<string> {
  const form = formOf(company, fields);
  const { location, text } = await company.browser.post("/mailings/new", form);
  if (!location) throw new Error(`Refused: ${text}`);
  return location;
}

/** The path of the newest run on a mailing's page. */
export function runOn({ html }: Shown): string {
  const path = html.match(/href="(\/mailings\/[\w-]+\/runs\/[\w-]+)[?#"]/);
  if (!path?.[1]) throw new Error("There is no run on this page");
  return path[1];
}
