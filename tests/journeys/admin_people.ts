import type { User } from "../../core/users/user.ts";
import { PASSWORD, type SignedIn, type TestSite } from "./site.ts";

/** Somebody in the groups given, signed in with a browser of their own. */
export async function somebodyIn(
  { core, browser }: Pick<TestSite, "core" | "browser">,
  groups: readonly string[],
  details: Partial<Pick<User, "email" | "name">> = {},
): Promise<SignedIn> {
  const name = details.name ?? (groups.join(" and ") || "nobody");
  const user = await core.users.create({
    email: `${name.replaceAll(" ", ".")}@sendoff.example`,
    timeZone: "UTC",
    password: PASSWORD,
    ...details,
    name,
    groups,
  });
  const theirs = browser();
  await theirs.post("/sign-in", { email: user.email, password: PASSWORD });
  return { user, browser: theirs };
}
