import { badMailUrl, credentialsOf } from "./mail_url.ts";

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
  connections: number;
}

const PARAMETERS: readonly string[] = ["tls", "verify", "connections"];
const MOST_CONNECTIONS = 100;

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
        `has the unknown parameter "${name}": use ${PARAMETERS.join(", ")}.`,
      );
    }
  }
  const implicit = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (implicit ? 465 : 587) : Number(url.port),
    ...credentialsOf(url),
    tls: implicit ? implicitTls(url) : startTls(url),
    verify: verification(url),
    connections: connectionCount(url),
  };
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

function connectionCount(url: URL): number {
  const text = url.searchParams.get("connections") ?? "10";
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= MOST_CONNECTIONS) return count;
  throw badMailUrl(
    `cannot have connections=${text}: use 1 to ${MOST_CONNECTIONS}.`,
  );
}
