import { LIMIT_PARAMETERS } from "../../limit.ts";
import {
  badMailUrl,
  credentialsOf,
  isLoopback,
  withoutParameters,
} from "../mail_url.ts";
import type { Service } from "./service.ts";
import { PLAIN } from "./services/plain.ts";
import { postmark } from "./services/postmark.ts";
import { RESEND } from "./services/resend.ts";
import {
  type HttpTimeouts,
  LONGEST_TIMEOUT,
  tighterTimeouts,
  TIMEOUTS,
} from "./timeouts.ts";

/** What an `https://` URL says. */
export interface HttpSettings {
  /** Where mail is posted, without credentials and without what is meant for us. */
  endpoint: URL;
  /** Empty when the URL has none. */
  token: string;
  service: Service;
  timeouts: HttpTimeouts;
  /** How many requests there may be at once, each on a connection of its own. */
  connections: number;
}

/** Parameters that are meant for us; those of a plain service's own are left to it. */
const PARAMETERS: readonly string[] = [
  "service",
  "timeout",
  "connections",
  "stream",
];
/** Stands before a parameter of a plain service's own that is called like one of ours. */
const OWN = "service.";
const USUAL_CONNECTIONS = 50;
const MOST_CONNECTIONS = 500;
const SERVICES = ["plain", "postmark", "resend"] as const;
/** A new server of Postmark's has it. */
const USUAL_STREAM = "broadcast";

/** Reads the settings out of the URL; throws `Invalid` for `MAIL_URL` on what cannot be used. */
export function httpSettings(url: URL): HttpSettings {
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw badMailUrl(
      "would send mail unencrypted: use https://, or http:// to this machine alone.",
    );
  }
  const name = serviceName(url);
  const settings = {
    token: tokenOf(url),
    service: serviceOf(name, url),
    timeouts: timeoutsOf(url),
    connections: count(url, "connections", MOST_CONNECTIONS) ??
      USUAL_CONNECTIONS,
  };
  const endpoint = endpointOf(url, settings.service);
  if (name !== "plain") refuseIncomplete({ endpoint, ...settings });
  return { endpoint, ...settings };
}

function serviceName(url: URL): typeof SERVICES[number] {
  const given = url.searchParams.get("service") ?? "plain";
  const name = SERVICES.find((each) => each === given);
  if (name) return name;
  throw badMailUrl(
    `cannot have service=${given}: use ${SERVICES.join(", ")}.`,
  );
}

function serviceOf(name: typeof SERVICES[number], url: URL): Service {
  const stream = url.searchParams.get("stream");
  if (name === "postmark") {
    return postmark({ stream: checkedStream(stream ?? USUAL_STREAM) });
  }
  if (stream !== null) {
    throw badMailUrl("has stream=, which service=postmark alone knows.");
  }
  return name === "resend" ? RESEND : PLAIN;
}

function checkedStream(stream: string): string {
  if (/^[a-z0-9][a-z0-9_-]{0,49}$/.test(stream)) return stream;
  throw badMailUrl("has a stream= that is no id of a message stream.");
}

function timeoutsOf(url: URL): HttpTimeouts {
  const seconds = count(url, "timeout", LONGEST_TIMEOUT);
  return seconds === undefined ? TIMEOUTS : tighterTimeouts(seconds);
}

function count(url: URL, name: string, most: number): number | undefined {
  const text = url.searchParams.get(name);
  if (text === null) return undefined;
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  throw badMailUrl(`cannot have ${name}=${text}: use 1 to ${most}.`);
}

function tokenOf(url: URL): string {
  const { user, password } = credentialsOf(url);
  const token = password || user;
  if (/^[\x21-\x7E]*$/.test(token)) return token;
  throw badMailUrl("has a token with spaces or characters outside ASCII.");
}

function endpointOf(url: URL, service: Service): URL {
  const endpoint = withoutParameters(url, PARAMETERS);
  endpoint.username = "";
  endpoint.password = "";
  endpoint.hash = "";
  if (endpoint.pathname === "/") endpoint.pathname = service.path;
  if (service === PLAIN) unmarkOwn(endpoint);
  return endpoint;
}

function unmarkOwn(endpoint: URL): void {
  const query = [...endpoint.searchParams];
  // Writing them rewrites the others.
  if (!query.some(([name]) => name.startsWith(OWN))) return;
  const own = query.map(([name, value]) => [
    name.startsWith(OWN) ? name.slice(OWN.length) : name,
    value,
  ]);
  endpoint.search = new URLSearchParams(own).toString();
}

function refuseIncomplete({ endpoint, token }: HttpSettings): void {
  const [unknown] = endpoint.searchParams.keys();
  if (unknown !== undefined) {
    throw badMailUrl(
      `has the unknown parameter "${unknown}": use ${
        [...PARAMETERS, ...LIMIT_PARAMETERS].join(", ")
      }.`,
    );
  }
  if (token === "") {
    throw badMailUrl(
      "has no token: write it in front of the host, like https://TOKEN@….",
    );
  }
}
