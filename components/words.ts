import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { State } from "./Status.tsx";

/** The words of the frame around every page. */
export interface FrameWords {
  skip: string;
  navigation: string;
  more: string;
  profile: string;
  signOut: string;
  account: string;
  /** Names the steps that lead to a page. */
  crumbs: string;
  blog: string;
  signIn: string;
  start: string;
  openOverview: string;
  tagline: string;
  /** The language that one may change to, named in itself. */
  otherLanguage: { code: string; name: string };
}

/** The words that components have of their own, in the reader's language. */
export interface SharedWords {
  search: string;
  previous: string;
  next: string;
  /** Names the links between the pages of a list. */
  pages: string;
  /** The head of a table's column of actions. */
  actions: string;
  /** The head of a column of times. */
  time: string;
  /** Stands over the errors of a form that says nothing else. */
  notSaved: string;
  states: Record<State, string>;
  frame: FrameWords;
  /** What went wrong, as the reader says it. */
  explain: (sentence: string) => string;
}

/**
 * Gives the components of a page their words. English stands where nothing is given: in an
 * island, which runs without its page and takes its words by props, and in a component's test.
 */
export const Words = createContext<SharedWords>({
  search: "Search",
  previous: "Previous",
  next: "Next",
  pages: "Pages",
  actions: "Actions",
  time: "Time",
  notSaved: "Nothing was saved yet.",
  states: {
    draft: "Draft",
    scheduled: "Scheduled",
    running: "Running",
    paused: "Paused",
    completed: "Completed",
    cancelled: "Cancelled",
    "switched off": "Switched off",
    planning: "Getting ready",
    sending: "Sending",
    finished: "Finished",
    delivered: "Delivered",
    deferred: "Deferred",
    refused: "Refused",
    waiting: "Waiting",
    skipped: "Skipped",
    expired: "Given up",
    unknown: "In doubt",
    claimed: "Being sent",
    active: "Active",
    unconfirmed: "Unconfirmed",
    blocked: "Blocked",
    unsubscribed: "Unsubscribed",
    published: "Published",
    working: "Working",
    unavailable: "Unavailable",
  },
  frame: {
    skip: "Skip to the page",
    navigation: "Main",
    more: "More",
    profile: "Profile",
    signOut: "Sign out",
    account: "Account",
    crumbs: "Where this is",
    blog: "Blog",
    signIn: "Sign in",
    start: "Create an account",
    openOverview: "Open overview",
    tagline: "Mailings that leave on time",
    otherLanguage: { code: "ru", name: "Русский" },
  },
  explain: (sentence) => sentence,
});

/** The words of this page's components. */
export function useWords(): SharedWords {
  return useContext(Words);
}
