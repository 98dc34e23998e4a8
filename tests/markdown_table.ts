/** Rows in columns as wide as the widest cell, as `deno fmt` has them. */
export function markdownTable(
  [head = [], ...rows]: readonly (readonly string[])[],
): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0))
  );
  const line = (row: readonly string[], fill = " ") =>
    `| ${
      widths.map((width, n) => (row[n] ?? "").padEnd(width, fill)).join(" | ")
    } |`;
  return [line(head), line([], "-"), ...rows.map((row) => line(row))]
    .join("\n");
}
