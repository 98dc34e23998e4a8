/** What a message may ask for in double braces. */
export const PLACEHOLDERS = [
  "name",
  "company",
  "email",
  "unsubscribe",
] as const;

/** One piece of a template: text as it is, or the name of a placeholder in lower case. */
export type Segment =
  | { kind: "text"; text: string }
  | { kind: "placeholder"; name: string };

/** The grammar of one placeholder, for expressions that look for more than placeholders. */
export const PLACEHOLDER_PATTERN = String
  .raw`\{\{[^\S\r\n]*([a-zA-Z_]+)[^\S\r\n]*\}\}`;

const PLACEHOLDER = new RegExp(PLACEHOLDER_PATTERN, "g");
const IN_BRACES = /\{\{([^{}\r\n]*)\}\}/g;

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

/**
 * What stands in double braces and nothing can fill, each once. This counts whatever a
 * person may have meant as a placeholder, `{{имя}}` or `{{name2}}` too: it would go out as is.
 */
export function unknownPlaceholders(text: string): string[] {
  const known: readonly string[] = PLACEHOLDERS;
  const names = [...text.matchAll(IN_BRACES)].map((match) =>
    (match[1] ?? "").trim().toLowerCase()
  );
  return [...new Set(names)].filter((name) => !known.includes(name));
}
