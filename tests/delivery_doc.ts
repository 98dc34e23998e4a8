import { POLICY } from "../core/delivery/policy.ts";
import { REPLIES } from "../core/delivery/transports/smtp/test_replies.ts";
import { faultMatrix } from "./chaos/fault_matrix.ts";
import { markdownTable } from "./markdown_table.ts";

const PAGE = new URL("../docs/delivery.md", import.meta.url);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The parts of docs/delivery.md that are made from the code, by name. */
const PARTS: Record<string, () => string> = {
  "policy": policyTable,
  "replies": repliesTable,
  "fault matrix": faultMatrix,
};

/** The page on the delivery with its tables as the code has them. */
export function withTables(page: string): string {
  return Object.entries(PARTS).reduce((text, [name, table]) => {
    const begin = `<!-- ${name}: begin (deno run -A tests/delivery_doc.ts) -->`;
    const end = `<!-- ${name}: end -->`;
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`The page lacks "${begin}"`);
    const before = text.slice(0, from + begin.length);
    return `${before}\n\n${table()}\n\n${text.slice(to)}`;
  }, page);
}

/** The page as it is. */
export function readPage(): Promise<string> {
  return Deno.readTextFile(PAGE);
}

function policyTable(): string {
  const { retry, trouble, breaker, receivers, halting } = POLICY;
  const rows: [what: string, figure: string][] = [
    ["first wait before another try, doubling", time(retry.first)],
    ["longest wait between two tries", time(retry.longest)],
    ["tries before a message is given up, at least", String(retry.tries)],
    ["time before a message is given up, at least", time(retry.age)],
    ["troubles in a row that open a breaker", String(breaker.threshold)],
    ["first wait of an open breaker, doubling", time(breaker.first)],
    ["longest wait of an open breaker", time(breaker.longest)],
    [
      "troubles of one message after which it waits longer than that",
      String(trouble.patience),
    ],
    ["longest wait of such a message", time(trouble.longest)],
    ["how long a probe may take", time(breaker.probe)],
    ["messages under way in a worker", String(POLICY.inFlight)],
    ["of these, of one owner", String(POLICY.ownerInFlight)],
    ["shards in hand in a worker", String(POLICY.couriers)],
    ["of these, of one owner", String(POLICY.ownerCouriers)],
    ["of these, of one run", String(POLICY.runCouriers)],
    ["recipients of a shard", String(POLICY.shardSize)],
    ["recipients claimed at once, before they are sent, at most", claimed()],
    ["outcomes kept in one commit", String(POLICY.settleBatch)],
    ["how long outcomes gather before they are kept", time(POLICY.settleDelay)],
    ["how long a dead worker's shard stays its own", time(POLICY.lease)],
    [
      "how soon a worker notices a pause, a block, a cancellation",
      time(
        POLICY.poll,
      ),
    ],
    ["failures that stop a mailing", `more than ${halting.share * 100} %`],
    ["recipients settled before it can be stopped", String(halting.least)],
    ["messages that may fail beyond that limit", String(halting.beyond)],
    [
      "blocks in a row after which a domain is left alone",
      String(receivers.blocks),
    ],
    ["first wait for a domain that blocks, doubling", time(receivers.first)],
    ["longest wait for a domain that blocks", time(receivers.longest)],
  ];
  return markdownTable([["What", "Figure"], ...rows]);
}

function claimed(): string {
  return String(POLICY.claimBatch * POLICY.blockSize);
}

function repliesTable(): string {
  const head = ["Reply", "to MAIL", "to RCPT", "to DATA", "to the final dot"];
  return markdownTable([head, ...REPLIES]);
}

function time(ms: number): string {
  if (ms >= HOUR) return `${ms / HOUR} h`;
  if (ms >= MINUTE) return `${ms / MINUTE} min`;
  return ms >= SECOND ? `${ms / SECOND} s` : `${ms} ms`;
}

if (import.meta.main) {
  await Deno.writeTextFile(PAGE, withTables(await readPage()));
}
