import assert from "node:assert/strict";
import { DELIVERED } from "../../core/delivery/test_delivery.ts";
import type { Transport } from "../../core/delivery/transports/transport.ts";
import { launch } from "./company.ts";
import { managed, withManager } from "./managed.ts";

const REASON = "These people never asked for mail.";

Deno.test("switching off halts a run within a second, switching on lets it go on", () =>
  haltAndGoOn((page) => ({
    halt: [`${page}/off`, { reason: REASON }],
    seen: /Switched off .* 23 November 2026.*Switched off/,
    letGo: `${page}/on`,
  })));

Deno.test("blocking its owner halts a run within a second, unblocking lets it go on", () =>
  haltAndGoOn((_, user) => ({
    halt: [`/manage/users/${user}/block`, { reason: REASON }],
    seen: /Running/,
    letGo: `/manage/users/${user}/unblock`,
  })));

interface Interference {
  halt: [path: string, form: Record<string, string>];
  /** What the manager then sees on the mailing's page. */
  seen: RegExp;
  letGo: string;
}

function haltAndGoOn(
  interfere: (page: string, userId: string) => Interference,
): Promise<void> {
  const transport = new Halting();
  return withManager(async (site) => {
    const { manager: { browser }, deliver, core, user } = site;
    await core.clients.of(user.id).createMany(
      Array.from({ length: 300 }, (_, n) => ({
        email: `crowd${n}@example.com`,
        name: `Crowd ${n}`,
      })),
    );
    const page = managed(site, await launch(site));
    const { halt, seen, letGo } = interfere(page, user.id);
    let halted = Infinity;
    transport.at(20, async () => {
      await browser.post(...halt);
      halted = performance.now();
    });
    await deliver();
    assert.ok(transport.sent < 303, `${transport.sent} went out`);
    assert.ok(transport.last - halted < 1_000, "it went on for long");
    assert.match((await browser.get(page)).text, seen);
    await browser.post(letGo);
    await deliver();
    assert.equal(transport.sent, 303);
  }, { transport, policy: { inFlight: 40 } });
}

/** Takes its time over every message, and does something after some. */
class Halting implements Transport {
  readonly name = "halting";
  sent = 0;
  last = 0;
  #at = Infinity;
  #act: () => Promise<unknown> = () => Promise.resolve();

  at(count: number, act: () => Promise<unknown>): void {
    [this.#at, this.#act] = [count, act];
  }

  async send() {
    if (++this.sent === this.#at) await this.#act();
    await new Promise((resolve) => setTimeout(resolve, 10));
    this.last = performance.now();
    return DELIVERED;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
