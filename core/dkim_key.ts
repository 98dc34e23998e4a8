import { Invalid } from "./errors.ts";

/** What a domain signs its mail with. */
export interface DkimKey {
  /** The domain that vouches for the mail. */
  domain: string;
  /** Where below `_domainkey` of the domain its public key is. */
  selector: string;
  /** A private key as PEM. */
  privateKey: string;
}

/** The variables of the environment that are about it. */
export interface DkimVariables {
  MAIL_URL: string;
  DKIM_DOMAIN?: string | undefined;
  DKIM_SELECTOR?: string | undefined;
  DKIM_KEY_FILE?: string | undefined;
}

/** What the variables say mail is signed with, if it is; throws `Invalid` for the one that is wrong. */
export function dkimKeyOf(
  variables: DkimVariables,
  readFile: (path: string) => string,
): DkimKey | undefined {
  const { DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE } = variables;
  const together = { DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE };
  if (Object.values(together).every((value) => !value)) return undefined;
  if (!DKIM_DOMAIN || !DKIM_SELECTOR || !DKIM_KEY_FILE) {
    const missing = Object.entries(together).find(([_, value]) => !value);
    const name = missing?.[0] ?? "";
    throw bad(
      name,
      `DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE go together; ${name} is not set.`,
    );
  }
  if (!/^smtps?:/.test(variables.MAIL_URL)) {
    throw bad(
      "DKIM_DOMAIN",
      "DKIM_DOMAIN is for mail over smtp:// or smtps://: with another MAIL_URL nothing is signed here.",
    );
  }
  return {
    domain: DKIM_DOMAIN,
    selector: DKIM_SELECTOR,
    privateKey: contentsOf(DKIM_KEY_FILE, readFile),
  };
}

function contentsOf(path: string, readFile: (path: string) => string): string {
  try {
    return readFile(path);
  } catch (error) {
    const reason = error instanceof Deno.errors.NotFound
      ? "there is no such file"
      : error instanceof Error
      ? error.message
      : String(error);
    throw bad(
      "DKIM_KEY_FILE",
      `DKIM_KEY_FILE names ${path}, which cannot be read: ${reason}.`,
    );
  }
}

function bad(name: string, sentence: string): Invalid {
  return new Invalid({ [name]: sentence });
}
