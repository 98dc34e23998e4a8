import { isLoopback } from "../mail_url.ts";
import { signIn } from "./auth.ts";
import {
  type Capabilities,
  capabilitiesOf,
  NO_CAPABILITIES,
} from "./capabilities.ts";
import { openChannel } from "./channel.ts";
import { replyText } from "./reply.ts";
import type { SmtpSettings } from "./settings.ts";
import type { SmtpTimeouts } from "./timeouts.ts";
import { openUnverifiedChannel } from "./unverified.ts";
import { Wire, WireFault } from "./wire.ts";

/** A connection on which mail can be handed over. */
export interface Session {
  wire: Wire;
  capabilities: Capabilities;
}

/** What a session is opened with. */
export interface SessionOptions {
  settings: SmtpSettings;
  timeouts: SmtpTimeouts;
  /** Gives the opening up. */
  signal: AbortSignal;
}

/** Connects, encrypts and signs in as the settings say; throws `WireFault` alone. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { signal } = options;
  const wire = await connected(options);
  const giveUp = () => wire.fail("Sending has been stopped.");
  signal.addEventListener("abort", giveUp, { once: true });
  if (signal.aborted) giveUp();
  try {
    return { wire, capabilities: await introduced(wire, options) };
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

async function connected(
  { settings, timeouts, signal }: SessionOptions,
): Promise<Wire> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeouts.connect);
  const open = settings.verify ? openChannel : openUnverifiedChannel;
  try {
    return new Wire(
      await open(settings, AbortSignal.any([signal, timeout.signal])),
    );
  } catch (error) {
    throw new WireFault(
      timeout.signal.aborted
        ? `The mail server did not answer within ${timeouts.connect / 1_000} s.`
        : `The mail server cannot be reached: ${reasonOf(error)}`,
    );
  } finally {
    clearTimeout(timer);
  }
}

async function introduced(
  wire: Wire,
  { settings, timeouts }: SessionOptions,
): Promise<Capabilities> {
  if (settings.tls === "implicit") await wire.encrypt(timeouts.connect);
  const greeting = await wire.reply(timeouts.greeting);
  if (greeting.code !== 220) throw wire.fail(replyText(greeting));
  const name = settings.name ?? addressLiteral(wire.localAddress);
  const hello = () => greet(wire, { name, timeout: timeouts.command });
  let capabilities = await hello();
  if (wantsStartTls(settings, capabilities)) {
    await startTls(wire, { capabilities, timeouts });
    // What was offered in the clear counts for nothing.
    capabilities = await hello();
  }
  if (settings.user !== "") {
    await signIn(wire, {
      credentials: settings,
      offered: capabilities.auth,
      timeout: timeouts.command,
    });
  }
  return capabilities;
}

async function greet(
  wire: Wire,
  { name, timeout }: { name: string; timeout: number },
): Promise<Capabilities> {
  await wire.write(`EHLO ${name}\r\n`, timeout);
  const reply = await wire.reply(timeout);
  if (reply.code === 250) return capabilitiesOf(reply);
  // A server of before 1995 knows the older word alone.
  if (reply.code !== 500 && reply.code !== 502) {
    throw wire.fail(replyText(reply));
  }
  await wire.write(`HELO ${name}\r\n`, timeout);
  const older = await wire.reply(timeout);
  if (older.code !== 250) throw wire.fail(replyText(older));
  return NO_CAPABILITIES;
}

/**
 * A password crosses a network encrypted or not at all, unless encryption is turned off by
 * name: who is in between could have taken the offer of it away.
 */
function wantsStartTls(
  { tls, user, host }: SmtpSettings,
  { startTls }: Capabilities,
): boolean {
  if (tls === "required") return true;
  if (tls !== "offered") return false;
  return startTls || (user !== "" && !isLoopback(host) && host !== "::1");
}

async function startTls(
  wire: Wire,
  { capabilities, timeouts }: {
    capabilities: Capabilities;
    timeouts: SmtpTimeouts;
  },
): Promise<void> {
  if (!capabilities.startTls) {
    throw wire.fail("The mail server offers no encryption.");
  }
  await wire.write("STARTTLS\r\n", timeouts.command);
  const reply = await wire.reply(timeouts.command);
  if (reply.code !== 220) throw wire.fail(replyText(reply));
  await wire.encrypt(timeouts.connect);
}

function addressLiteral(address: string): string {
  return address.includes(":") ? `[IPv6:${address}]` : `[${address}]`;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? ` (${error.code})` : "";
  return `${error.message}${code}`;
}
