/** The words of the mails that we send about accounts, and of what we add to those of mailings. */
export const mails = {
  confirmation: {
    subject: "Confirm your address",
    body: (link: string) =>
      `An account at Sendoff was made with this address.

To confirm it and sign in, open this link within 3 days:
${link}

If it was not you, ignore this mail: without the link nothing happens.`,
  },
  accountExists: {
    subject: "You have an account already",
    body: ({ signIn, reset }: { signIn: string; reset: string }) =>
      `Somebody, perhaps you, registered at Sendoff with this address.
It has an account already, and nothing was changed.

Sign in:
${signIn}

If you forgot the password, choose a new one within an hour:
${reset}`,
  },
  passwordReset: {
    subject: "Choose a new password",
    body: (link: string) =>
      `Somebody, perhaps you, asked for a new password at Sendoff.

To choose one, open this link within an hour:
${link}

If it was not you, ignore this mail: your password stays as it is.`,
  },
  passwordsTried: {
    subject: "Somebody tries passwords for your account",
    body: (link: string) =>
      `Several wrong passwords were tried for your account at Sendoff, from browsers
that you have not used before. Nobody got in.

Browsers that you signed in with before let you in as always. From another one,
if you have to wait, this link lets you choose a new password within an hour:
${link}

If it was you, there is nothing to do.`,
  },
  passwordChanged: {
    subject: "Your password was changed",
    body: (link: string) =>
      `The password of your account at Sendoff was changed, and every browser was
signed out.

If it was not you, take your account back with a new password:
${link}`,
  },
  accountDeleted: {
    subject: "Your account was deleted",
    body:
      `Your account at Sendoff was deleted. Its clients, messages and mailings are
being removed, and nothing more goes out in your name.

You can register again with the same address.`,
  },
  /** A mailing stopped itself. */
  mailingHalted: {
    subject: "Your mailing was stopped",
    body: ({ numbers, reason, advice, goesOn, link }: {
      numbers: string;
      reason: string;
      advice: string;
      goesOn: string;
      link: string;
    }) =>
      `One of your mailings at Sendoff was stopped. ${numbers}

The commonest reason: ${reason}.

${advice}

${goesOn}

The mailing:
${link}`,
  },
  /** Stands before the link that ends a client's subscription. */
  unsubscribe: "Unsubscribe:",
};
