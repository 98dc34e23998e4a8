import assert from "node:assert/strict";
import { SmtpTransport } from "../../core/delivery/transports/smtp/transport.ts";
import { untilDead } from "./crash.ts";
import { FaultServer } from "./fault_server.ts";
import { SCENARIOS } from "./scenarios.ts";
import { type Company, type Process, SmallWorld } from "./small_world.ts";

/** At which moment of all SMTP dialogues a process dies, counted from 1. */
export interface SmtpDeath {
  at: number;
  /** Before the server hears of it, or once it has answered. */
  when: "before" | "after";
}

const [SENDING = assert.fail()] = SCENARIOS;
const PAST_THE_LEASES = 2;

/** Sends a mailing over SMTP, with a death in it or none; gives how many moments there were. */
export async function sendOverSmtp(death?: SmtpDeath): Promise<number> {
  const kv = await Deno.openKv(":memory:");
  try {
    await using server = await FaultServer.start({ pipelining: true });
    return await new Sending(new SmallWorld(kv), server).go(death);
  } finally {
    kv.close();
  }
}

class Sending {
  readonly #world: SmallWorld;
  readonly #server: FaultServer;
  #moments = 0;

  constructor(world: SmallWorld, server: FaultServer) {
    this.#world = world;
    this.#server = server;
    server.fault = {
      RCPT: (_, line) => ({ does: "say", reply: world.answerTo(nameIn(line)) }),
    };
  }

  async go(death: SmtpDeath | undefined): Promise<number> {
    const world = this.#world;
    const { core: first } = await world.start();
    const company = await SENDING.prepare(first, world);
    if (death) {
      await this.#send(company, (process) => this.#arm(process, death));
      world.pass(PAST_THE_LEASES);
    }
    this.#server.onMoment = () => void this.#moments++;
    const { core } = await this.#send(company, () => {});
    world.taken.push(
      ...this.#server.taken.map(({ to: address, messageId }) => ({
        address,
        messageId,
      })),
    );
    await SENDING.check({ core, world }, company, death ? 1 : 0);
    return this.#moments;
  }

  async #send(
    company: Company,
    prepare: (process: Process) => void,
  ): Promise<Process> {
    const transport = new SmtpTransport(
      new URL(`smtp://127.0.0.1:${this.#server.port}?connections=2`),
      { now: this.#world.now, timeouts: { close: 20 } },
    );
    try {
      const process = await this.#world.start({ transport });
      prepare(process);
      await untilDead(() => SENDING.work(process, this.#world, company));
      return process;
    } finally {
      await transport.close();
    }
  }

  /** Has the process die at a moment; its connections break as it dies. */
  #arm({ kv }: Process, { at, when }: SmtpDeath): void {
    const server = this.#server;
    let heard = 0;
    const strike = () => {
      if (++heard !== at) return;
      kv.die();
      server.hangUpAll();
    };
    if (when === "before") server.onMoment = strike;
    else server.onAnswered = strike;
  }
}

function nameIn(line: string): string {
  return line.match(/<([^@]*)@/)?.[1] ?? "";
}
