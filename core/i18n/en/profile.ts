/** The words of one's own account. */
export const profile = {
  title: "Profile",
  aboutYou: "About you",
  name: "Your name, or your company's",
  nameHelp: "Your clients see it as the sender.",
  timeZone: "Time zone",
  timeZoneHelp:
    "All times are shown in it. Mailings keep the time zone they were made with.",
  language: "Language",
  languageHelp: "Pages and our mails to you are in it.",
  asBrowserAsks: "As the browser asks",
  languages: { en: "English", ru: "Русский" },
  save: "Save the profile",
  saved: "Your profile is saved.",
  password: {
    title: "Password",
    about: "With a new password every other browser is signed out.",
    change: "Change the password",
    present: "Present password",
    next: "New password",
    nextHelp:
      "At least 10 characters. A few words in a row are strong and easy to keep.",
    unchanged: "Your password stays as it is.",
    changed: "Your password is changed, and every other browser is signed out.",
  },
  deletion: {
    section: "Account",
    about: "You will see what goes with it before anything goes.",
    title: "Delete the account",
    goes: (email: string) => `The account of ${email} goes, and with it:`,
    runs: (mailings: string) => `${mailings}, with every run and its results`,
    waiting: "what is still waiting to go out",
    password: "Your password",
    passwordHelp: "So that nobody else does this from your browser.",
    confirm: "Delete the account and all of this",
    keep: "Keep the account",
    notDeleted: "Nothing was deleted.",
    deleted: (email: string) =>
      `The account of ${email} is deleted. Its clients, messages and mailings ` +
      "are being removed, and nothing more goes out.",
  },
};
