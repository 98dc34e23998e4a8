import { markdownTable } from "../markdown_table.ts";
import { type Expected, type FaultRow, FAULTS } from "./faults.ts";

/** What an outcome does to the recipient, in a few words. */
const CONSEQUENCES: Record<Expected, string> = {
  delivered: "delivered",
  deferred: "deferred: tried again later, a try is counted",
  refused: "refused: not tried again",
  blocked:
    "blocked: the sender is at fault, the recipient waits, no try is counted",
  unavailable: "unavailable: tried again, no try is counted",
  "in doubt":
    "in doubt: tried again under the same `Message-ID`, a try is counted",
};

/** The table of every fault and what comes of it, as Markdown. */
export function faultMatrix(): string {
  const rows = Object.entries(FAULTS).flatMap(([kind, rows]) => [
    [`**${kind}**`, ""],
    ...rows.map((row) => [sentence(row.name), consequence(row)]),
  ]);
  return markdownTable([["The mail server", "The message"], ...rows]);
}

function consequence({ outcomes }: FaultRow): string {
  const [first, ...rest] = outcomes;
  if (!first || rest.every((each) => each === first)) {
    return first ? CONSEQUENCES[first] : "";
  }
  return outcomes.map((each, n) => `${n + 1}. ${each}`).join(", ");
}

function sentence(name: string): string {
  return name.replaceAll("|", "\\|");
}
