/** What a message may ask for in double braces. */
export const PLACEHOLDERS = [
  "name",
  "first_name",
  "email",
  "unsubscribe",
] as const;

/** One piece of a template: text as it is, or the name of a placeholder in lower case. */
export type Segment =
  | { kind: "text"; text: string }
  | { kind: "placeholder"; name: string };

const PLACEHOLDER = /\{\{\s*([a-z_]+)\s*\}\}/gi;

/** The pieces of a template, in order; text between placeholders is never empty. */
export function parseTemplate(text: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > end) {
      segments.push({ kind: "text", text: text.slice(end, match.index) });
    }
    segments.push({
      kind: "placeholder",
      name: (match[1] ?? "").toLowerCase(),
    });
    end = match.index + match[0].length;
  }
  if (end < text.length) segments.push({ kind: "text", text: text.slice(end) });
  return segments;
}

/** The names of the placeholders in a text, each once, in order of first use. */
export function placeholdersIn(text: string): string[] {
  const names = parseTemplate(text).flatMap((segment) =>
    segment.kind === "placeholder" ? [segment.name] : []
  );
  return [...new Set(names)];
}

/** The placeholders in a text that nothing can fill. */
export function unknownPlaceholders(text: string): string[] {
  const known: readonly string[] = PLACEHOLDERS;
  return placeholdersIn(text).filter((name) => !known.includes(name));
}
