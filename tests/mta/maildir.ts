import { simpleParser } from "mailparser";

/** A mail as it lies in a mailbox. */
export interface Delivered {
  /** Who the server delivered it to, by its own word. */
  envelopeTo: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  messageId: string;
}

/** The mail of a maildir; none if nobody has delivered there yet. */
export async function mailIn(maildir: string): Promise<Delivered[]> {
  const mails: Delivered[] = [];
  for (const folder of [`${maildir}/new`, `${maildir}/cur`]) {
    for (const name of await namesIn(folder)) {
      mails.push(await read(await Deno.readFile(`${folder}/${name}`)));
    }
  }
  return mails;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(folder));
    return entries.map(({ name }) => name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

async function read(bytes: Uint8Array): Promise<Delivered> {
  const mail = await simpleParser(new TextDecoder().decode(bytes));
  const { to, from, subject = "", text = "", messageId = "" } = mail;
  const addressed = Array.isArray(to) ? to[0] : to;
  return {
    envelopeTo: envelopeToOf(mail.headerLines),
    from: from?.text ?? "",
    to: addressed?.text ?? "",
    subject,
    text,
    messageId,
  };
}

/** Every server writes the recipient of the envelope on top, under a name of its own. */
function envelopeToOf(lines: readonly { key: string; line: string }[]): string {
  const names = ["x-original-to", "envelope-to", "delivered-to"];
  for (const name of names) {
    const found = lines.find(({ key }) => key === name);
    if (found) return found.line.slice(name.length + 1).trim();
  }
  return "";
}
