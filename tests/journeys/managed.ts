import type { Language } from "../../core/i18n/language.ts";
import type { Browser } from "./browser.ts";
import { type Company, withCompany } from "./company.ts";
import { PASSWORD, type SignedIn, type TestSiteOptions } from "./site.ts";

/** A company and somebody who manages the site. */
export interface Managed extends Company {
  manager: SignedIn;
  /** Somebody else with an account, signed in. */
  somebody(name: string, groups: string[]): Promise<SignedIn>;
}

/** Runs a test on a site with a company that is ready to send, and a manager. */
export function withManager(
  test: (managed: Managed) => Promise<void>,
  { language, ...options }: TestSiteOptions & { language?: Language } = {},
): Promise<void> {
  return withCompany(async (company) => {
    const { core } = company;
    const somebody = async (name: string, groups: string[]) => {
      const made = await core.users.create({
        email: `${name.toLowerCase()}@sendoff.test`,
        name,
        password: PASSWORD,
        timeZone: "UTC",
        groups,
      });
      const profile = { name, timeZone: "UTC", language };
      const user = await core.users.updateProfile(made, profile);
      return { user, browser: await company.signIn(user) };
    };
    const manager = await somebody("Marta", ["manager"]);
    await test({ ...company, manager, somebody });
  }, options);
}

/** The names that a list shows, in its order. */
export async function namesOn(
  browser: Browser,
  path: string,
): Promise<string[]> {
  const { html, status } = await browser.get(path);
  if (status !== 200) throw new Error(`${path} answers ${status}`);
  const links = html.matchAll(
    /<td[^>]*><a href="\/manage\/[^"]+"[^>]*>([^<]+)<\/a>/g,
  );
  return [...links].map(([, name = ""]) => name);
}

/** The path of the page on which managers see a mailing, by the one its owner sees. */
export function managed({ user }: Managed, path: string): string {
  return path.replace("/mailings/", `/manage/mailings/${user.id}/`);
}
