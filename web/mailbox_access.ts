import type { KeptMail } from "../core/delivery/kept_mail.ts";
import type { MailFolder } from "../core/delivery/mail_folder.ts";
import { NotFound } from "../core/errors.ts";
import { define, type State } from "./define.ts";
import { signInFirst } from "./sign_in_first.ts";

/** A part of the mailbox that somebody may read. */
export interface OpenFolder {
  key: "mailings" | "account";
  folder: MailFolder;
}

/** A mail and the folder that it was found in. */
export interface FoundMail {
  mail: KeptMail;
  folder: MailFolder;
}

/**
 * What somebody may read: their own mailings and the mail about their account. On a site of
 * this machine alone those signed out read what went to anybody's account, or nobody could
 * confirm an address there. Nothing says that they have to sign in.
 */
export function openFolders({ core, site, user }: State): OpenFolder[] {
  const { mailbox } = core;
  if (user) {
    return [
      { key: "mailings", folder: mailbox.of(user.id) },
      { key: "account", folder: mailbox.accountMail({ to: user.email }) },
    ];
  }
  return site.isLocal
    ? [{ key: "account", folder: mailbox.accountMail() }]
    : [];
}

/** The mail of an id out of an address, or `NotFound` if it is in none of one's folders. */
export async function findMail(
  state: State,
  param: string | undefined,
): Promise<FoundMail> {
  const id = mailId(param ?? "");
  for (const { folder } of openFolders(state)) {
    try {
      return { mail: await folder.get(id), folder };
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
  }
  throw new NotFound("There is no such mail in your mailbox.");
}

/** The address of a mail's page. */
export function mailPath(id: string): string {
  return `/mailbox/${encodeURIComponent(id)}`;
}

/** Lets those pass who may read something of the mailbox, where there is one. */
export const mailboxAccess = define.middleware((ctx) => {
  if (!ctx.state.site.hasMailbox) {
    throw new NotFound("This site sends its mail and keeps none of it here.");
  }
  return openFolders(ctx.state).length > 0 ? ctx.next() : signInFirst(ctx);
});

function mailId(param: string): string {
  try {
    return decodeURIComponent(param);
  } catch {
    throw new NotFound("There is no such mail in your mailbox.");
  }
}
