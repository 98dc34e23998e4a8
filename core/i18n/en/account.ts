/** The words of signing in and up, of mailed links, and of the end of a subscription. */
export const account = {
  email: "E-mail address",
  password: "Password",
  newPassword: "New password",
  passwordHelp:
    "At least 10 characters. A few words in a row are strong and easy to keep.",
  signInTitle: "Sign in",
  signIn: "Sign in",
  createTitle: "Create an account",
  create: "Create an account",
  lookIntoMail: "Look into your mail",
  keptMail: "This site keeps its mail instead of sending it.",
  openMailbox: "Open the mailbox",
  noMail: "No mail was sent.",
  sendAgain: "Send the mail again",
  newLink: "Ask for a new link",
  signInFirst:
    "You are not signed in, so nothing was changed. Sign in and do it once more.",
  signedOut: "You are signed out.",
  notSignedIn: "You are not signed in.",
  forgotten: "Forgot the password?",
  chooseNew: "Choose a new one",
  newHere: "New here?",
  haveAccount: "Have an account?",
  signUp: {
    notCreated: "The account was not created yet.",
    emailHelp:
      "We send a link there to confirm it. Answers to your mailings arrive there too.",
    name: "Your name, or your company's",
    nameHelp: "Your clients see it as the sender.",
    timeZone: "Time zone",
    timeZoneHelp: "Mailings start by its clock. It can be changed later.",
  },
  confirmation: {
    title: "Confirm your address",
    sentTo: "Open the mail we sent to",
    sentAbout:
      ". Its link confirms that the address is yours and signs you in. It is good for 3 days.",
    nothingCame:
      "No mail after a few minutes? Look among the unwanted mail, or have it sent again. " +
      "If the address is mistyped,",
    startAgain: "start again",
    ask: "Have the confirmation sent again",
    send: "Send the mail",
    emailHelp: "The one you registered with.",
    sentAgain: "The mail was sent again.",
    about: "You opened the link that we mailed you. One click more, and your " +
      "account is ready and you are signed in.",
    passwordHelp:
      "The one you chose when you registered. It shows that the registration is yours. " +
      "If you did not register, ignore the mail.",
    confirm: "Confirm my address",
    notConfirmed: "Nothing was confirmed.",
    confirmed: (name: string) => `Your address is confirmed. Welcome, ${name}.`,
  },
  reset: {
    title: "Choose a new password",
    send: "Send me a link",
    emailHelp: "The one you sign in with.",
    sentTo: "If",
    sentAbout: " has an account, a mail with a link is on its way there. " +
      "The link is good for an hour; until you use it your password stays as it is.",
    nothingCame:
      "No mail after a few minutes? Look among the unwanted mail, or",
    askAgain: "ask again",
    set: "Set the new password",
    unchanged: "Your password stays as it is.",
    passwordHelp:
      "At least 10 characters. Every browser that is signed in will be signed out.",
    done: "Your new password is set, and every other browser is signed out.",
    stale:
      "This link was used already, is older than an hour or was replaced by a newer one. " +
      "Your password stays as it is.",
  },
  unsubscribe: {
    title: (sender: string) => `Mailings from ${sender}`,
    stop: (sender: string) => `Stop mailings from ${sender}`,
    sendsTo: (sender: string) => `${sender} sends mailings to`,
    yourAddress: "the address of that letter",
    withButton: ". With this button they stop.",
    confirm: "Stop these mailings",
    ended: (sender: string) => `${sender} sends you no more mailings`,
    before: "",
    leftOut:
      " is left out from now on. A letter that is on its way already may still arrive.",
    again: "Subscribe again",
  },
};
