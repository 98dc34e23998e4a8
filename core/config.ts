import { z } from "zod";
import { NO_PROXIES, TrustedProxies } from "./trusted_proxies.ts";
import { type DkimKey, dkimKeyOf } from "./dkim_key.ts";
import { EmailAddress } from "./email_address.ts";
import { Invalid } from "./errors.ts";
import { LOG_LEVELS, type LogLevel } from "./log.ts";

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;
const DNS_NAME = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i;
const DEFAULT_FROM = "sendoff@example.com";

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8000),
  HOST: z.string().min(1).default("127.0.0.1"),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUSTED_PROXIES: TrustedProxies.default(NO_PROXIES),
  KV_PATH: z.string().min(1).optional(),
  MAIL_URL: z.url({ protocol: /^(mailbox|smtps?|https?)$/ }).default(
    "mailbox:",
  ),
  MAIL_FROM: EmailAddress.optional(),
  DKIM_DOMAIN: z.string().regex(DNS_NAME).optional(),
  DKIM_SELECTOR: z.string().regex(DNS_NAME).optional(),
  DKIM_KEY_FILE: z.string().min(1).optional(),
  ADMIN_EMAIL: EmailAddress.optional(),
  ADMIN_PASSWORD: z.string().min(10).max(200).optional(),
  DELIVERY: z.enum(["here", "elsewhere"]).default("here"),
  DELIVERY_WORKERS: z.coerce.number().int().min(1).max(64).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
});
type Name = keyof typeof Environment.shape;

const EXPECTED: Record<Name, string> = {
  PORT: "a number from 0 to 65535, like 8000",
  HOST: "an address to listen on, like 127.0.0.1",
  BASE_URL: "the site's address, like https://mail.example.com",
  TRUSTED_PROXIES:
    "a number of proxies, like 1, or their networks, like 10.0.0.0/8,fd00::/8",
  KV_PATH: "a file's path or the URL of a KV Connect server",
  MAIL_URL: "mailbox:, smtp://host:port, smtps://host or https://host/path",
  MAIL_FROM: "an e-mail address, like news@example.com",
  DKIM_DOMAIN: "the domain that signs mail, like example.com",
  DKIM_SELECTOR: "the name of the key below _domainkey, like sendoff",
  DKIM_KEY_FILE: "a file with the private key",
  ADMIN_EMAIL: "an e-mail address, like admin@example.com",
  ADMIN_PASSWORD: "a password of 10 to 200 characters",
  DELIVERY: "here or elsewhere",
  DELIVERY_WORKERS: "a number from 1 to 64, like 2",
  LOG_LEVEL: `one of ${LOG_LEVELS.join(", ")}`,
};

/** Families of names that are ours alone, so that a misspelt one is noticed. */
const OURS = /^(MAIL|DKIM|KV|DELIVERY|TRUSTED)_/;

/** What the environment says, checked. */
export interface Config {
  port: number;
  host: string;
  /** The site's address as people type it, without a slash at the end. */
  baseUrl: string;
  /** A file or a KV Connect URL; undefined for Deno Deploy's own KV. */
  kvPath: string | undefined;
  /** The proxies before the site whose word on where a request comes from is taken. */
  trustedProxies: TrustedProxies;
  mailUrl: URL;
  /** The address that all mail comes from. */
  mailFrom: string;
  /** What signs all mail, if anything does. */
  dkim: DkimKey | undefined;
  /** The administrator to make at the first start. */
  admin: { email: string; password: string } | undefined;
  /** Whether this process sends what is due; elsewhere, another has to. */
  delivers: boolean;
  /** How many processes are to send, if that is said. */
  workers: number | undefined;
  logLevel: LogLevel;
  /** Whether the site is reached from this machine alone. */
  isLocal: boolean;
}

/**
 * Reads the configuration from the environment's variables and the files they name;
 * `Invalid` names the first bad one.
 */
export function readConfig(
  variables: Record<string, string | undefined>,
  readFile: (path: string) => string = Deno.readTextFileSync,
): Config {
  const onDeploy = variables.DENO_DEPLOYMENT_ID !== undefined;
  refuseMisspelt(variables);
  const env = check(variables);
  if (!env.MAIL_FROM && !env.MAIL_URL.startsWith("mailbox:")) {
    throw bad(
      "MAIL_FROM",
      `With MAIL_URL set, MAIL_FROM must be ${EXPECTED.MAIL_FROM}.`,
    );
  }
  const baseUrl = (env.BASE_URL ?? `http://localhost:${env.PORT}`).replace(
    /\/+$/,
    "",
  );
  return {
    port: env.PORT,
    host: env.HOST,
    baseUrl,
    kvPath: env.KV_PATH ?? (onDeploy ? undefined : "./data/sendoff.db"),
    trustedProxies: env.TRUSTED_PROXIES,
    mailUrl: new URL(env.MAIL_URL),
    mailFrom: env.MAIL_FROM ?? DEFAULT_FROM,
    dkim: dkimKeyOf(env, readFile),
    admin: adminOf(env),
    delivers: env.DELIVERY === "here",
    workers: env.DELIVERY_WORKERS,
    logLevel: env.LOG_LEVEL,
    isLocal: !onDeploy && LOOPBACK.test(env.HOST) &&
      LOOPBACK.test(new URL(baseUrl).hostname),
  };
}

function check(
  variables: Record<string, string | undefined>,
): z.infer<typeof Environment> {
  // An empty variable is how a shell or a compose file says "not set".
  const given = Object.entries(variables).filter(([_, value]) => value !== "");
  const result = Environment.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  const name = result.error.issues[0]?.path[0] as Name;
  // Both may hold a password.
  const isSecret = name === "ADMIN_PASSWORD" || name === "MAIL_URL";
  const found = isSecret ? "" : `, not "${variables[name]}"`;
  throw bad(name, `${name} must be ${EXPECTED[name]}${found}.`);
}

function adminOf(env: z.infer<typeof Environment>): Config["admin"] {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = env;
  if (email && password) return { email, password };
  if (!email && !password) return undefined;
  const missing = email ? "ADMIN_PASSWORD" : "ADMIN_EMAIL";
  throw bad(
    missing,
    `ADMIN_EMAIL and ADMIN_PASSWORD go together; ${missing} is not set.`,
  );
}

function refuseMisspelt(variables: Record<string, string | undefined>): void {
  const known = Object.keys(EXPECTED);
  const unknown = Object.keys(variables).find((name) =>
    OURS.test(name) && !known.includes(name)
  );
  if (!unknown) return;
  const family = known.filter((name) => name.startsWith(unknown.slice(0, 3)));
  throw bad(
    unknown,
    `There is no setting ${unknown}. Known are ${family.join(", ")}.`,
  );
}

function bad(name: string, sentence: string): Invalid {
  return new Invalid({ [name]: sentence });
}
