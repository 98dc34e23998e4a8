import type { User } from "./user.ts";

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
  return {
    // A name that nobody confirmed may be an advertisement.
    to: { address: user.email, name: "" },
    subject: "Confirm your address",
    body: `An account at Sendoff was made with this address.

To confirm it and sign in, open this link within 3 days:
${link}

If it was not you, ignore this mail: without the link nothing happens.`,
  };
}

/** Tells somebody who registers once more that they have an account. */
export function accountExistsMail(
  user: User,
  links: { signIn: string; reset: string },
): Notice {
  return {
    to: addressee(user),
    subject: "You have an account already",
    body: `Somebody, perhaps you, registered at Sendoff with this address.
It has an account already, and nothing was changed.

Sign in:
${links.signIn}

If you forgot the password, choose a new one within an hour:
${links.reset}`,
  };
}

/** Lets a user choose a new password. */
export function passwordResetMail(user: User, link: string): Notice {
  return {
    to: addressee(user),
    subject: "Choose a new password",
    body: `Somebody, perhaps you, asked for a new password at Sendoff.

To choose one, open this link within an hour:
${link}

If it was not you, ignore this mail: your password stays as it is.`,
  };
}

/** Tells a user that the password was changed. */
export function passwordChangedMail(user: User, resetLink: string): Notice {
  return {
    to: addressee(user),
    subject: "Your password was changed",
    body:
      `The password of your account at Sendoff was changed, and every browser was
signed out.

If it was not you, take your account back with a new password:
${resetLink}`,
  };
}

/** Tells a user that the account is being deleted. */
export function accountDeletedMail(user: User): Notice {
  return {
    to: addressee(user),
    subject: "Your account was deleted",
    body:
      `Your account at Sendoff was deleted. Its clients, messages and mailings are
being removed, and nothing more goes out in your name.

You can register again with the same address.`,
  };
}

function addressee(user: User): Notice["to"] {
  const name = user.confirmedAt ? user.name : "";
  return { address: user.email, name };
}
