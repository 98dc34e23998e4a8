import type { Mechanism } from "./auth.ts";
import { type SmtpTimeouts, TIMEOUTS, timeoutsOf } from "./timeouts.ts";
import { LIMIT_PARAMETERS } from "../../limit.ts";
import { badMailUrl, credentialsOf } from "../mail_url.ts";

/** What an `smtp://` or `smtps://` URL says. */
export interface SmtpSettings {
  host: string;
  port: number;
  user: string;
  password: string;
  /** "implicit" from the first byte, otherwise how STARTTLS is used. */
  tls: "implicit" | "required" | "offered" | "off";
  /** Whether the server's certificate is checked. */
  verify: boolean;
  /** How many connections there may be at once. */
  connections: number;
  /** How many messages go over one connection before it is replaced. */
  messages: number;
  timeouts: SmtpTimeouts;
  /** The way to sign in; undefined takes PLAIN or LOGIN. With XOAUTH2 the password is the token. */
  auth: Mechanism | undefined;
  /** What we call ourselves; undefined is our address on the connection. */
  name: string | undefined;
}

const PARAMETERS: readonly string[] = [
  "tls",
  "verify",
  "connections",
  "messages",
  "timeout",
  "auth",
  "name",
];
const MOST_CONNECTIONS = 100;
const MOST_MESSAGES = 100_000;
const LONGEST_TIMEOUT = 600;

/** Reads the settings out of the URL; throws `Invalid` for `MAIL_URL` on anything unknown. */
export function smtpSettings(url: URL): SmtpSettings {
  if (url.hostname === "") {
    throw badMailUrl("has no host: write smtp://mail.example.com.");
  }
  if (!/^\/?$/.test(url.pathname) || url.hash !== "") {
    throw badMailUrl("has a path: write smtp://mail.example.com without one.");
  }
  for (const name of url.searchParams.keys()) {
    if (!PARAMETERS.includes(name)) {
      throw badMailUrl(
        `has the unknown parameter "${name}": use ${
          [...PARAMETERS, ...LIMIT_PARAMETERS].join(", ")
        }.`,
      );
    }
  }
  const implicit = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (implicit ? 465 : 587) : Number(url.port),
    ...credentials(url),
    tls: implicit ? implicitTls(url) : startTls(url),
    verify: verification(url),
    connections: count(url, "connections", {
      usual: 10,
      most: MOST_CONNECTIONS,
    }),
    messages: count(url, "messages", { usual: 1_000, most: MOST_MESSAGES }),
    timeouts: timeouts(url),
    auth: mechanism(url),
    name: ownName(url),
  };
}

function credentials(url: URL): { user: string; password: string } {
  const credentials = credentialsOf(url);
  if (!/[\0\r\n]/.test(credentials.user + credentials.password)) {
    return credentials;
  }
  throw badMailUrl(
    "has a user name or a password with a line break or a NUL in it.",
  );
}

function implicitTls(url: URL): "implicit" {
  if (!url.searchParams.has("tls")) return "implicit";
  throw badMailUrl(
    "asks for tls= with smtps://, which is always encrypted: remove tls=.",
  );
}

function startTls(url: URL): "required" | "offered" | "off" {
  const tls = url.searchParams.get("tls") ?? "offered";
  if (tls === "required" || tls === "offered" || tls === "off") return tls;
  throw badMailUrl(`cannot have tls=${tls}: use required, offered or off.`);
}

function verification(url: URL): boolean {
  const verify = url.searchParams.get("verify") ?? "on";
  if (verify === "on" || verify === "off") return verify === "on";
  throw badMailUrl(`cannot have verify=${verify}: use on or off.`);
}

function timeouts(url: URL): SmtpTimeouts {
  if (!url.searchParams.has("timeout")) return TIMEOUTS;
  return timeoutsOf(
    count(url, "timeout", { usual: LONGEST_TIMEOUT, most: LONGEST_TIMEOUT }),
  );
}

function mechanism(url: URL): Mechanism | undefined {
  const auth = url.searchParams.get("auth")?.toUpperCase();
  if (auth === undefined) return undefined;
  if (auth === "PLAIN" || auth === "LOGIN" || auth === "XOAUTH2") return auth;
  throw badMailUrl(
    `cannot have auth=${auth.toLowerCase()}: use plain, login or xoauth2.`,
  );
}

function ownName(url: URL): string | undefined {
  const name = url.searchParams.get("name") ?? undefined;
  if (name === undefined || /^[a-z0-9.-]{1,255}$/i.test(name)) return name;
  throw badMailUrl("has a name= that is no host name.");
}

function count(
  url: URL,
  name: string,
  { usual, most }: { usual: number; most: number },
): number {
  const text = url.searchParams.get(name) ?? `${usual}`;
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  throw badMailUrl(`cannot have ${name}=${text}: use 1 to ${most}.`);
}
