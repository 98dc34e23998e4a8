/** The words of the frame around every page, and of the page that stands for a failed one. */
export const frame = {
  skip: "Skip to the page",
  navigation: "Main",
  more: "More",
  profile: "Profile",
  signOut: "Sign out",
  account: "Account",
  crumbs: "Where this is",
  overview: "Overview",
  clients: "Clients",
  messages: "Messages",
  mailings: "Mailings",
  mailbox: "Mailbox",
  blog: "Blog",
  signIn: "Sign in",
  start: "Create an account",
  openOverview: "Open overview",
  openHome: "Go to the home page",
  tagline: "Mailings that leave on time",
  otherLanguage: { code: "ru", name: "Русский" },
  postmark: "RETURN TO SENDER ·",
  fault: {
    title: "Something went wrong on our side",
    what: "The page could not be made. What you saved before is kept, and " +
      "mailings that are going out go on.",
    next: "Load the page again in a minute.",
  },
  otherHost: (address: string) =>
    `This site does not answer under this name. Its address is ${address}.`,
  troubles: {
    403: {
      title: "This is not open to you",
      what: "Your account may not do this, or the request came from a page " +
        "that is not ours. Nothing was changed.",
      next: "Go back, load the page again, and do it from there.",
    },
    404: {
      title: "There is nothing at this address",
      what: "What was here may have been deleted, or the link is not complete.",
      next: "Look for it from the page you came from.",
    },
    409: {
      title: "This cannot be done now",
      what: "Something changed meanwhile. Nothing was changed by you.",
      next: "Go back and load the page again to see how things are.",
    },
    422: {
      title: "This could not be read",
      what: "A part of the request does not fit. Nothing was changed.",
      next: "Go back, load the page again, and do it from there.",
    },
    429: {
      title: "That was too much at once",
      what: "Too many requests came from your side. Nothing was changed.",
      next: "Wait a minute, then go on.",
    },
  },
};
