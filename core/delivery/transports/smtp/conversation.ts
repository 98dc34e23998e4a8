import { type Outcome, replyLine } from "../../outcome.ts";
import {
  CLOSING,
  type Command,
  isOutOfPlace,
  outcomeOf,
  type Verdict,
  verdictOn,
} from "./classify.ts";
import {
  DATA,
  type Envelope,
  envelopeOf,
  FINAL_DOT,
  QUIT,
  RSET,
} from "./envelope.ts";
import { type Desk, isWithdrawn, type Job } from "./job.ts";
import { Output } from "./output.ts";
import { type Reply, replyText } from "./reply.ts";
import type { Session } from "./session.ts";
import type { SmtpTimeouts } from "./timeouts.ts";

const WITHDRAWN = "The message was taken back.";

/** What a conversation works with besides its session. */
export interface ConversationOptions {
  desk: Desk;
  timeouts: SmtpTimeouts;
  /** How many messages it may hand over. */
  messages: number;
}

/** A job whose envelope the server has got, or is about to. */
interface Introduced {
  job: Job;
  envelope: Envelope;
  /** The message as it is to be written, but for its end. */
  message: Output;
  isFirst: boolean;
}

/** A message on its way, and how much the connection has taken once its end is gone. */
interface Sent {
  introduced: Introduced;
  end: number;
}

/** What the server makes of an envelope; "void" wants a message although it is for nobody. */
type Welcome = "wanted" | "refused" | "void";

/**
 * Hands over one message after another on a session. Where the server pipelines, the
 * envelope of the next goes out with the message before it (RFC 2920), so that a message
 * costs one round trip; DATA is always the last command of its group.
 */
export class Conversation {
  readonly #session: Session;
  readonly #desk: Desk;
  readonly #timeouts: SmtpTimeouts;
  readonly #messages: number;
  /** One holds the message on its way, the other the one that is introduced meanwhile. */
  readonly #outputs = [new Output(), new Output()] as const;
  #introduced: Introduced | undefined;
  #sent: Sent | undefined;
  #needsReset = false;
  /** Ends a message that is for nobody. */
  #isVoiding = false;
  #taken = 0;
  #wasDismissed = false;

  constructor(
    session: Session,
    { desk, timeouts, messages }: ConversationOptions,
  ) {
    this.#session = session;
    this.#desk = desk;
    this.#timeouts = timeouts;
    this.#messages = messages;
  }

  /** How many jobs it has taken. */
  get taken(): number {
    return this.#taken;
  }

  /** Whether the server itself has ended it. */
  get wasDismissed(): boolean {
    return this.#wasDismissed;
  }

  /** Whether it is in the middle of a message. */
  get isBusy(): boolean {
    return this.#introduced !== undefined || this.#sent !== undefined ||
      this.#isVoiding;
  }

  /** Whether a job waits for what becomes of it here. */
  holds(job: Job): boolean {
    return this.#introduced?.job === job || this.#sent?.introduced.job === job;
  }

  /** Works until there is nothing to do; false when it has come to its end. */
  async work(): Promise<boolean> {
    try {
      const group = this.#take();
      if (group !== "") {
        await this.#session.wire.write(group, this.#timeouts.mail);
      }
      while (this.#introduced) await this.#handOver(this.#introduced);
      return this.#taken < this.#messages;
    } catch (error) {
      this.#lose(error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  /** Calls back when the server speaks or hangs up of its own accord. */
  async overhear(callback: () => void): Promise<void> {
    await this.#session.wire.overhear(callback);
  }

  /** Ends what is under way because of something. */
  abort(reason: string): void {
    this.#session.wire.fail(reason);
  }

  /** Takes leave of the server and closes the connection, without waiting for an answer. */
  async leave(): Promise<void> {
    await this.#session.wire.write(QUIT, this.#timeouts.close).catch(() => {});
    this.abort("The connection is closed.");
  }

  /** Takes the next job that this server can have; what to write for it beforehand. */
  #take(): string {
    const { capabilities } = this.#session;
    while (this.#taken < this.#messages) {
      const job = this.#desk.next();
      if (!job) return "";
      if (isWithdrawn(job)) continue;
      const message = this.#outputs[this.#taken % 2 === 0 ? 0 : 1];
      const envelope = this.#prepare(job, message);
      if (!envelope) continue;
      const isFirst = this.#taken === 0;
      this.#introduced = { job, envelope, message, isFirst };
      this.#taken++;
      const reset = this.#needsReset ? RSET : "";
      return capabilities.pipelining
        ? reset + envelope.mail + envelope.rcpt + DATA
        : "";
    }
    return "";
  }

  /** Composes the message of a job and its envelope; undefined if the server cannot have it. */
  #prepare(job: Job, message: Output): Envelope | undefined {
    const source = job.compose();
    if ("kind" in source) {
      job.settle(source);
      return undefined;
    }
    message.clear();
    for (const text of source) message.addMessage(text);
    const { from, to } = job;
    const envelope = envelopeOf(
      { from, to, size: message.length },
      this.#session.capabilities,
    );
    if (typeof envelope !== "string") return envelope;
    job.settle({ kind: "refused", reply: envelope });
    return undefined;
  }

  async #handOver(introduced: Introduced): Promise<void> {
    const welcome = await this.#introduce(introduced);
    this.#introduced = undefined;
    this.#isVoiding = welcome === "void";
    const { wire, capabilities } = this.#session;
    const { message, job } = introduced;
    // Once a server waits for a message, only the end of the connection spares it.
    if (welcome === "wanted" && isWithdrawn(job)) throw wire.fail(WITHDRAWN);
    if (welcome !== "wanted") message.clear();
    if (welcome !== "refused") message.add(FINAL_DOT);
    if (welcome === "wanted") {
      this.#sent = { introduced, end: wire.sent + message.length };
    }
    if (capabilities.pipelining) message.add(this.#take());
    if (message.length > 0) await wire.write(message, this.#timeouts.block);
    if (welcome === "wanted") await this.#hearVerdict(job);
    if (this.#isVoiding) await this.#hear(this.#timeouts.final);
    this.#isVoiding = false;
    if (!capabilities.pipelining) this.#take();
  }

  /** Hears, or asks for, what the server says to an envelope. */
  async #introduce({ job, envelope }: Introduced): Promise<Welcome> {
    if (this.#needsReset) await this.#reset();
    const steps: [Command, line: string, ms: number][] = [
      ["MAIL", envelope.mail, this.#timeouts.mail],
      ["RCPT", envelope.rcpt, this.#timeouts.recipient],
      ["DATA", DATA, this.#timeouts.data],
    ];
    const verdicts: Verdict[] = [];
    let refusal: Outcome | undefined;
    for (const [command, line, ms] of steps) {
      const reply = await this.#ask(line, ms);
      if (isOutOfPlace(command, reply)) this.#goAstray(reply);
      const verdict = verdictOn(command, reply);
      verdicts.push(verdict);
      refusal ??= verdict === "delivered"
        ? undefined
        : outcomeOf(verdict, reply);
      // What is written ahead is answered ahead, all of it.
      if (refusal && !this.#session.capabilities.pipelining) break;
    }
    if (!refusal) return "wanted";
    job.settle(refusal);
    return this.#afterRefusal(verdicts);
  }

  async #reset(): Promise<void> {
    const reply = await this.#ask(RSET, this.#timeouts.command);
    if (reply.code >= 300) this.#goAstray(reply);
    this.#needsReset = false;
  }

  #afterRefusal([, rcpt, data]: Verdict[]): Welcome {
    const waitsForMessage = data === "delivered";
    // An empty message must not reach a recipient who was accepted after all.
    if (waitsForMessage && rcpt === "delivered") {
      this.#introduced = undefined;
      throw this.#session.wire.fail("The mail server lost the thread.");
    }
    this.#needsReset = !waitsForMessage;
    return waitsForMessage ? "void" : "refused";
  }

  async #hearVerdict(job: Job): Promise<void> {
    const reply = await this.#session.wire.reply(this.#timeouts.final);
    if (isOutOfPlace(".", reply)) this.#goAstray(reply);
    this.#sent = undefined;
    job.settle(outcomeOf(verdictOn(".", reply), reply));
    if (reply.code === CLOSING) this.#dismiss(reply);
  }

  #ask(line: string, ms: number): Promise<Reply> | Reply {
    const { wire, capabilities } = this.#session;
    return capabilities.pipelining
      ? this.#hear(ms)
      : wire.write(line, ms).then(() => this.#hear(ms));
  }

  /** The next reply; where commands were written together, it often came with the one before. */
  #hear(ms: number): Promise<Reply> | Reply {
    const { wire } = this.#session;
    const reply = wire.replyAtHand();
    return reply
      ? this.#heard(reply)
      : wire.reply(ms).then((late) => this.#heard(late));
  }

  #heard(reply: Reply): Reply {
    if (reply.code === CLOSING) this.#dismiss(reply);
    return reply;
  }

  #dismiss(reply: Reply): never {
    this.#wasDismissed = true;
    throw this.#session.wire.fail(replyText(reply));
  }

  #goAstray(reply: Reply): never {
    throw this.#session.wire.fail(
      `The mail server's reply makes no sense here: ${replyText(reply)}`,
    );
  }

  /** Finds out what the loss of the connection means for the jobs it had. */
  #lose(text: string): void {
    const { wire } = this.#session;
    wire.fail(text);
    const reason = replyLine(text);
    const sent = this.#sent;
    this.#sent = undefined;
    if (sent && wire.sent >= sent.end) {
      sent.introduced.job.settle({
        kind: "unavailable",
        reply: reason,
        inDoubt: true,
      });
    } else if (sent) {
      this.#desk.lost(sent.introduced.job, { ...sent.introduced, reason });
    }
    const introduced = this.#introduced;
    this.#introduced = undefined;
    if (introduced) this.#desk.lost(introduced.job, { ...introduced, reason });
  }
}
