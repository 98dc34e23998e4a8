import { Invalid } from "../../errors.ts";

/** The failure of a `MAIL_URL` that cannot be used; never shows the URL, which holds secrets. */
export function badMailUrl(sentence: string): Invalid {
  return new Invalid({ MAIL_URL: `MAIL_URL ${sentence}` });
}

/** The user name and the password of a URL as they were before they were encoded. */
export function credentialsOf(url: URL): { user: string; password: string } {
  try {
    return {
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    };
  } catch {
    throw badMailUrl(
      "has a user name or a password that is not percent-encoded correctly.",
    );
  }
}

/** A URL without some of its parameters. */
export function withoutParameters(url: URL, names: readonly string[]): URL {
  const rest = new URL(url);
  for (const name of names) {
    // Deleting rewrites the others, even where there is nothing to delete.
    if (rest.searchParams.has(name)) rest.searchParams.delete(name);
  }
  return rest;
}

/** Whether a host name can only mean this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost") ||
    hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
