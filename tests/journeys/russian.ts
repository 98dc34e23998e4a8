import type { Company } from "./company.ts";
import { withCompany } from "./company.ts";
import type { TestSiteOptions } from "./site.ts";

/** Runs a test as a company that reads Russian. */
export function inRussian(
  test: (company: Company) => Promise<void>,
  options?: TestSiteOptions,
): Promise<void> {
  return withCompany(async (company) => {
    const { core, user } = company;
    const { name, timeZone } = user;
    await core.users.updateProfile(user, { name, timeZone, language: "ru" });
    await test(company);
  }, options);
}
