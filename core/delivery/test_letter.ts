import type { Letter, Mail, Recipient } from "./letter.ts";

/** For tests: a letter of one line. */
export const LETTER: Letter = {
  id: "letter",
  from: { address: "news@example.com" },
  subject: "News",
  body: "Hello",
  kind: "mailing",
  ownerId: "owner",
};

/** For tests: somebody it goes to, told apart by a number. */
export function recipient(n = 1, fields: Partial<Recipient> = {}): Recipient {
  return {
    address: `person${n}@example.com`,
    name: "Anna",
    values: {},
    messageId: `m${n}@example.com`,
    ...fields,
  };
}

/** For tests: a letter of a company, made out to somebody. */
export const MAIL: Mail = {
  from: { name: "Company N", address: "news@example.com" },
  to: { name: "Anna", address: "anna@example.com" },
  subject: "News",
  text: "Hello",
  html: "<p>Hello</p>",
  headers: { "Reply-To": "joe@example.com", "List-Unsubscribe": "<https://a>" },
  messageId: "m1@example.com",
  date: new Date(0),
};
