import { markdownTable } from "../markdown_table.ts";
import { type Expected, type FaultRow, FAULTS } from "./faults.ts";

/** Between these two lines of docs/delivery.md lies what is generated. */
export const MARKERS = [
  "<!-- fault matrix: begin (deno run -A tests/chaos/fault_matrix.ts) -->",
  "<!-- fault matrix: end -->",
] as const;

/** What an outcome does to the recipient, in a few words. */
const CONSEQUENCES: Record<Expected, string> = {
  delivered: "delivered",
  deferred: "deferred: tried again later, a try is counted",
  refused: "refused: not tried again",
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

/** A page with the matrix between its markers brought up to date. */
export function withMatrix(page: string): string {
  const [begin, end] = MARKERS;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error("The page lacks the marks of the fault matrix.");
  }
  const before = page.slice(0, from + begin.length);
  return `${before}\n\n${faultMatrix()}\n\n${page.slice(to)}`;
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

if (import.meta.main) {
  const path = new URL("../../docs/delivery.md", import.meta.url);
  await Deno.writeTextFile(path, withMatrix(await Deno.readTextFile(path)));
}
