import type { AddressObject } from "mailparser";
import { Buffer } from "node:buffer";
import type { Mail } from "./letter.ts";
import { composition } from "./transports/compose.ts";

/** A mail as a mail program shows it. */
export interface ReadMail {
  /** Name and address as one text, decoded. */
  from: string;
  /** Name and address as one text, decoded. */
  to: string;
  subject: string;
  /** Every header in its order, unfolded but not decoded. */
  headers: { name: string; value: string }[];
  text: string;
  /** The HTML as it came: to be shown only where it cannot run or load anything. */
  html: string;
}

/** The RFC 822 source of a mail. */
export async function composeSource(mail: Mail): Promise<Uint8Array> {
  // Both libraries take long to load, and a start that keeps no mail does without them.
  const { default: MailComposer } = await import(
    "nodemailer/lib/mail-composer"
  );
  return await new MailComposer({ ...composition(mail), newline: "win" })
    .compile()
    .build();
}

/** Reads the source of a mail. */
export async function readSource(source: Uint8Array): Promise<ReadMail> {
  const { simpleParser } = await import("mailparser");
  const mail = await simpleParser(Buffer.from(source), {
    skipTextToHtml: true,
  });
  return {
    from: addressText(mail.from),
    to: addressText(mail.to),
    subject: mail.subject ?? "",
    headers: mail.headerLines.map(({ line }) => headerOf(line)),
    text: mail.text ?? "",
    html: mail.html || "",
  };
}

function addressText(
  addresses: AddressObject | AddressObject[] | undefined,
): string {
  return [addresses ?? []].flat().map((address) => address.text).join(", ");
}

function headerOf(line: string): { name: string; value: string } {
  const colon = line.indexOf(":");
  const value = line.slice(colon + 1).replace(/\r?\n(?=[ \t])/g, "").trim();
  return { name: line.slice(0, colon), value };
}
