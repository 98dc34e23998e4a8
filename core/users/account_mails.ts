import { type Catalogue, catalogueOf } from "../i18n/catalogue.ts";
import { mailLanguageOf, type User } from "./user.ts";

/**
 * A mail about somebody's account. Nothing in its texts was typed by anybody: who
 * registers a stranger's address could otherwise write to the stranger through us.
 */
export interface Notice {
  to: { address: string; name: string };
  subject: string;
  body: string;
}

/** Asks a new user to confirm the address. */
export function confirmationMail(user: User, link: string): Notice {
  const { subject, body } = wordsFor(user).confirmation;
  // A name that nobody confirmed may be an advertisement.
  const to = { address: user.email, name: "" };
  return { to, subject, body: body(link) };
}

/** Tells somebody who registers once more that they have an account. */
export function accountExistsMail(
  user: User,
  links: { signIn: string; reset: string },
): Notice {
  const { subject, body } = wordsFor(user).accountExists;
  return { to: addressee(user), subject, body: body(links) };
}

/** Lets a user choose a new password. */
export function passwordResetMail(user: User, link: string): Notice {
  const { subject, body } = wordsFor(user).passwordReset;
  return { to: addressee(user), subject, body: body(link) };
}

/** Tells a user that somebody tries passwords, and how to get in all the same. */
export function passwordsTriedMail(user: User, link: string): Notice {
  const { subject, body } = wordsFor(user).passwordsTried;
  return { to: addressee(user), subject, body: body(link) };
}

/** Tells a user that the password was changed. */
export function passwordChangedMail(user: User, resetLink: string): Notice {
  const { subject, body } = wordsFor(user).passwordChanged;
  return { to: addressee(user), subject, body: body(resetLink) };
}

/** Tells a user that the account is being deleted. */
export function accountDeletedMail(user: User): Notice {
  const { subject, body } = wordsFor(user).accountDeleted;
  return { to: addressee(user), subject, body };
}

function wordsFor(user: User): Catalogue["mails"] {
  return catalogueOf(mailLanguageOf(user)).mails;
}

function addressee(user: User): Notice["to"] {
  const name = user.confirmedAt ? user.name : "";
  return { address: user.email, name };
}
