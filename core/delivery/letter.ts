import type { Language } from "../i18n/language.ts";

/** Keeps holiday notes and other programs from answering; reports of delivery still come (RFC 3834). */
export const NO_AUTOMATIC_ANSWER: Readonly<Record<string, string>> = {
  "Auto-Submitted": "auto-generated",
  "X-Auto-Response-Suppress": "OOF, AutoReply",
};

/** A mailbox of a person or a company. */
export interface Address {
  name: string;
  address: string;
}

/** A message composed once a run; its identity lets a transport compile it once. */
export interface Letter {
  id: string;
  from: { name?: string; address: string };
  subject: string;
  /** Plain text with `{{placeholders}}`. */
  body: string;
  /** Extra headers, whose values may hold placeholders too. */
  headers?: Record<string, string>;
  /** Extra headers whose values stand as they are, whatever is in them. */
  fixedHeaders?: Record<string, string>;
  /** What the letter is written in, for whoever reads it aloud or hyphenates it. */
  language?: Language;
  kind: "mailing" | "account";
  /** Whose mailing it is; a letter of kind "account" has none. */
  ownerId?: string;
}

/** One person a letter goes to. */
export interface Recipient extends Address {
  /** Placeholder to the text that stands for it. */
  values: Record<string, string>;
  /** The same on every try, without angle brackets. */
  messageId: string;
}

/** A letter made out to one recipient: what a transport hands over. */
export interface Mail {
  from: Address;
  to: Address;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  messageId: string;
  date: Date;
}
