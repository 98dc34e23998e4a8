import type { SmtpTimeouts } from "../../core/delivery/transports/smtp/timeouts.ts";
import type { ServerOffers } from "./dialogue.ts";
import type { Deed, Fault, Moment } from "./fault.ts";

/** What becomes of a message: an outcome, or an outcome in doubt. */
export type Expected =
  | "delivered"
  | "deferred"
  | "refused"
  | "blocked"
  | "unavailable"
  | "in doubt";

/** One way in which a mail server goes wrong, and what is to come of it. */
export interface FaultRow {
  /** What the server does, as the fault matrix says it. */
  name: string;
  /** Undefined: it takes no connections. */
  fault: Fault | undefined;
  /** What becomes of messages sent one after another. */
  outcomes: readonly Expected[];
  offers?: ServerOffers;
  /** What the URL says. */
  parameters?: string;
  /** The patience that the fault is to exhaust. */
  timeouts?: Partial<SmtpTimeouts>;
  /** A message that is too large for the buffers on its way. */
  large?: true;
}

interface Phase {
  moment: Moment;
  at: string;
  patience: keyof SmtpTimeouts;
  rest?: Pick<FaultRow, "offers" | "parameters">;
}

/** What a test waits for a silent server, in milliseconds. */
const PATIENCE = 150;
const OVER_TLS = {
  offers: { startTls: true },
  parameters: "?tls=required&verify=off",
};
const PHASES: readonly Phase[] = [
  { moment: "greeting", at: "in place of its greeting", patience: "greeting" },
  { moment: "EHLO", at: "at EHLO", patience: "command" },
  { moment: "STAR", at: "at STARTTLS", patience: "command", rest: OVER_TLS },
  { moment: "AUTH", at: "at AUTH", patience: "command" },
  { moment: "MAIL", at: "at MAIL", patience: "mail" },
  { moment: "RCPT", at: "at RCPT", patience: "recipient" },
  { moment: "DATA", at: "at DATA", patience: "data" },
  { moment: ".", at: "after the final dot", patience: "final" },
];
const ENDLESS = "250 " + "x".repeat(1_000_000);
const MANY_LINES = "250-one more\r\n".repeat(80_000) + "250 at last";

/** Everything a mail server is known to do wrong, by kind. */
export const FAULTS: Readonly<Record<string, readonly FaultRow[]>> = {
  "It cannot be reached": [
    {
      name: "refuses connections",
      fault: undefined,
      outcomes: ["unavailable"],
    },
    {
      name: "resets the connection at once",
      fault: { connection: { does: "reset" } },
      outcomes: ["unavailable"],
    },
    {
      name: "takes the connection and says nothing",
      fault: { connection: { does: "stall" } },
      outcomes: ["unavailable"],
      timeouts: { greeting: PATIENCE },
    },
    {
      name: "greets with 554",
      fault: at("greeting", "554 no service here"),
      outcomes: ["unavailable"],
    },
  ],
  "It resets the connection": [
    ...everyPhase("resets", () => ({ does: "reset" })),
    ...duringTheMessage("resets", { does: "reset" }),
    {
      name: "resets right after its 250",
      fault: { taken: { does: "reset" } },
      outcomes: ["delivered", "delivered"],
    },
  ],
  "It hangs up": [
    ...everyPhase("hangs up", () => ({ does: "hang up" })),
    {
      name: "hangs up after each message",
      fault: { taken: { does: "hang up" } },
      outcomes: ["delivered", "delivered"],
    },
  ],
  "It falls silent": [
    ...everyPhase("is silent", () => ({ does: "stall" })).map(impatient),
    ...duringTheMessage("stops reading", { does: "stall" }),
    {
      name: "is silent once STARTTLS is agreed on",
      fault: { STAR: { does: "drip", reply: "220 go on" } },
      outcomes: ["unavailable"],
      ...OVER_TLS,
      timeouts: { connect: PATIENCE },
    },
    {
      name: "is silent after its 250",
      fault: { taken: { does: "stall" } },
      outcomes: ["delivered"],
      timeouts: { mail: PATIENCE },
    },
  ],
  "It says one byte a second": everyPhase(
    "says one byte a second",
    () => ({ does: "drip", reply: "250-slowly\r\n250-slowly\r\n250 slowly" }),
  ).map(impatient),
  "It takes leave": [
    ...everyPhase("says 421", () => says("421 4.3.2 closing"), "unavailable"),
    {
      name: "says 421 to every third message",
      fault: {
        MAIL: (nth) => nth % 3 === 0 ? says("421 4.7.0 enough") : undefined,
      },
      outcomes: ["delivered", "delivered", "delivered", "delivered"],
    },
  ],
  "It puts off": [
    {
      name: "says 450 to a recipient, then accepts",
      fault: {
        RCPT: (nth) => nth === 1 ? says("450 4.2.1 greylisted") : undefined,
      },
      outcomes: ["deferred", "delivered"],
    },
    reply("RCPT", "451 4.3.0 local error", ["deferred"]),
    reply(".", "451 4.3.0 local error", ["deferred"]),
    reply("MAIL", "451 4.3.0 local error", ["unavailable"]),
    {
      name: "says 452 from the third recipient on",
      fault: { RCPT: fromThird("452 4.2.2 mailbox full") },
      outcomes: ["delivered", "delivered", "deferred", "deferred"],
    },
    {
      name: "says 452 from the third message on",
      fault: { ".": fromThird("452 4.3.1 no room") },
      outcomes: ["delivered", "delivered", "deferred", "deferred"],
    },
    {
      name: "says 452 4.5.3, too many recipients, from the third on",
      fault: { RCPT: fromThird("452 4.5.3 too many recipients") },
      outcomes: ["delivered", "delivered", "unavailable"],
    },
    reply("MAIL", "452 4.3.1 no room", ["unavailable"]),
  ],
  "It refuses": [
    reply("AUTH", "535 5.7.8 wrong password", ["unavailable"]),
    reply("MAIL", "530 5.7.0 sign in first", ["unavailable"]),
    reply("MAIL", "550 5.7.1 not from you", ["unavailable"]),
    reply("RCPT", "550 5.1.1 no such user", ["refused"]),
    reply("RCPT", "554 5.7.26 not signed", ["blocked"]),
    reply(".", "550 5.7.515 authentication level", ["blocked"]),
    reply("MAIL", "550 5.7.1 on our block list", ["blocked"]),
    reply("RCPT", "451 4.7.28 unusual rate", ["blocked"]),
    reply(".", "550 5.7.1 looks like spam", ["refused"]),
    reply("MAIL", "552 5.3.4 too large", ["refused"]),
    reply(".", "552 5.2.3 too large", ["refused"]),
    reply("DATA", "554 5.5.1 no valid recipients", ["refused"]),
  ],
  "It makes no sense": [
    ...everyPhase("talks nonsense", () => says("hello, and welcome")),
    ...everyPhase("says 1 MB in a line", () => says(ENDLESS)),
    ...everyPhase("says 1 MB in many lines", () => says(MANY_LINES)),
    ...everyPhase("mixes codes", () => says("250-one\r\n550 two")),
    ...everyPhase("says 999", () => says("999 what")),
    reply("DATA", "250 ok", ["unavailable"]),
    reply(".", "354 go on", ["in doubt"]),
    reply("RCPT", "250 ok\r\n250 ok", ["unavailable"]),
  ],
  "Encryption fails": [
    {
      name: "does not offer STARTTLS, which is required",
      fault: {},
      outcomes: ["unavailable"],
      parameters: OVER_TLS.parameters,
    },
    {
      name: "offers STARTTLS and takes it back with 454",
      fault: { STAR: says("454 4.7.0 not now") },
      outcomes: ["unavailable"],
      offers: { startTls: true },
    },
    {
      name: "speaks on in the clear after STARTTLS",
      fault: { STAR: says("220 go on\r\n250 injected") },
      outcomes: ["unavailable"],
      ...OVER_TLS,
    },
    {
      name: "shows a certificate that nobody vouches for",
      fault: {},
      outcomes: ["unavailable"],
      offers: { startTls: true },
    },
  ],
};

function says(reply: string): Deed {
  return { does: "say", reply };
}

function at(moment: Moment, reply: string): Fault {
  return { [moment]: says(reply) };
}

function reply(
  moment: Moment,
  text: string,
  outcomes: readonly Expected[],
): FaultRow {
  const phase = PHASES.find((each) => each.moment === moment);
  const name = `says ${text.replaceAll("\r\n", ", ")} ${phase?.at}`;
  return { name, fault: at(moment, text), outcomes };
}

function fromThird(reply: string) {
  return (nth: number) => nth >= 3 ? says(reply) : undefined;
}

/** The same at each phase: only after the final dot may the mail have been taken. */
function everyPhase(
  does: string,
  deed: () => Deed,
  afterDot: Expected = "in doubt",
): FaultRow[] {
  return PHASES.map(({ moment, at, rest }) => ({
    name: `${does} ${at}`,
    fault: { [moment]: deed() },
    outcomes: [moment === "." ? afterDot : "unavailable"],
    ...rest,
  }));
}

/** With a small message all of it is on its way by then, with a large one not. */
function duringTheMessage(does: string, deed: Deed): FaultRow[] {
  return [
    {
      name: `${does} during a large message`,
      fault: { text: deed },
      outcomes: ["unavailable"],
      timeouts: { block: PATIENCE, final: PATIENCE },
      large: true,
    },
    {
      name: `${does} during a small message, which is whole on its way`,
      fault: { text: deed },
      outcomes: ["in doubt"],
      timeouts: { final: PATIENCE },
    },
  ];
}

function impatient(row: FaultRow): FaultRow {
  const phase = PHASES.find(({ moment }) => row.fault && moment in row.fault);
  return phase ? { ...row, timeouts: { [phase.patience]: PATIENCE } } : row;
}
