import { z } from "zod";
import { GroupName } from "../access/group.ts";
import { isGuessable } from "../access/guessable.ts";
import { EmailAddress } from "../email_address.ts";
import { Language } from "../i18n/language.ts";
import { TimeZone } from "../mailings/schedule.ts";
import { parse } from "../parse.ts";
import { singleLine } from "../text.ts";

const MIN_PASSWORD = 10;
const MAX_PASSWORD = 200;

/** Throws `Invalid` for the field of a new password that is no good one for this person. */
export function assertPassword(
  typed: { password: string } | { next: string },
  person: Pick<User, "email" | "name">,
): void {
  parse(z.record(z.string(), passwordFor(person)), typed);
}

/**
 * A new password of somebody: long enough and none that is tried first, bounded so that
 * hashing stays cheap.
 */
function passwordFor(
  { email, name }: Pick<User, "email" | "name">,
): z.ZodType<string> {
  return Length.refine((text) => !isGuessable(text, [email, name]), {
    error:
      "This password is easily guessed. Choose another one, such as four words that do not belong together.",
  });
}

const Length = z.string({ error: "Choose a password." })
  .min(MIN_PASSWORD, {
    error: `Choose a password of at least ${MIN_PASSWORD} characters.`,
  })
  .max(MAX_PASSWORD, {
    error: `Choose a password of at most ${MAX_PASSWORD} characters.`,
  });
const Password = passwordFor({ email: "", name: "" });

/** What a person types to register. */
export const Registration = z.object({
  email: EmailAddress,
  name: singleLine("your or your company's name", 100),
  password: Password,
  timeZone: TimeZone.catch("UTC"),
});
export type Registration = z.infer<typeof Registration>;

/** What makes a user without a registration: for the command line and fixtures. */
export const NewUser = Registration.extend({ groups: z.array(GroupName) });
export type NewUser = z.infer<typeof NewUser>;

/** What a person may change about themselves. */
export const Profile = z.object({
  name: singleLine("your or your company's name", 100),
  timeZone: TimeZone,
  language: Language.optional(),
});
export type Profile = z.infer<typeof Profile>;

/** Somebody who signs in by e-mail. */
export const User = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  /** Names of groups; a name that no group has gives no rights. */
  groups: z.array(z.string()),
  passwordHash: z.string(),
  /** IANA name; times are shown and typed in it. */
  timeZone: z.string(),
  /** The language of pages and mails; what the browser asks for unless chosen. */
  language: Language.optional(),
  /** The language of mails while none is chosen: that of the page they came in by first. */
  mailLanguage: Language.optional(),
  confirmedAt: z.date().optional(),
  blocked: z.object({ at: z.date(), reason: z.string() }).optional(),
  /** Set once the account's deletion was confirmed; it is then purged in batches. */
  deletedAt: z.date().optional(),
  /** Raised to end every session of the user at once. */
  epoch: z.number(),
  createdAt: z.date(),
});
export type User = z.infer<typeof User>;

/** The language to write to a user in. */
export function mailLanguageOf(
  { language, mailLanguage }: Pick<User, "language" | "mailLanguage">,
): Language {
  return language ?? mailLanguage ?? "en";
}

/** The user with every session ended. */
export function signedOut(user: User): User {
  return { ...user, epoch: user.epoch + 1 };
}

/** Whether the user may sign in and have mailings go out. */
export function isActive(user: User): boolean {
  return user.confirmedAt !== undefined && !user.blocked && !user.deletedAt;
}

/** How an account stands, as people read it. */
export const UserState = z.enum(["active", "unconfirmed", "blocked"]);
export type UserState = z.infer<typeof UserState>;

/** How an account stands. */
export function userState(
  { blocked, confirmedAt }: Pick<User, "blocked" | "confirmedAt">,
): UserState {
  if (blocked) return "blocked";
  return confirmedAt ? "active" : "unconfirmed";
}
