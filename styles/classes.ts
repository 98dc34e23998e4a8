/** What a source file says about classes. */
export interface SourceClasses {
  /** Names in `class=` and `cx()`: each must mean something. */
  declared: Set<string>;
  /** Other strings that may be lists of classes: kept where every word turns out to be one. */
  possible: string[][];
}

const REGION = /\bclass(?:="([^"]*)"|=(\{))|\bcx(\()/g;
const STRING = /"((?:[^"\\\n]|\\.)*)"/g;
const CLOSING: Record<string, string> = { "{": "}", "(": ")" };

/** Reads the class names out of a TSX source: plain string literals alone. */
export function classesIn(source: string): SourceClasses {
  const declared = new Set<string>();
  for (const match of source.matchAll(REGION)) {
    const opening = match[2] ?? match[3];
    const literals = opening === undefined
      ? [match[1] ?? ""]
      : literalsWithin(source, {
        from: match.index + match[0].length,
        opening,
      });
    for (const name of literals.flatMap(words)) declared.add(name);
  }
  const possible = [...source.matchAll(STRING)]
    .map((match) => words(match[1] ?? ""))
    .filter((list) =>
      list.length > 1 && list.some((word) => word.includes("-"))
    );
  return { declared, possible };
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** The literals of a bracketed expression, without those that are compared with or index. */
function literalsWithin(
  source: string,
  region: { from: number; opening: string },
): string[] {
  const expression = bracketed(source, region);
  const used = expression
    .replaceAll(/[!=]==?\s*"[^"]*"/g, "")
    .replaceAll(/"[^"]*"\s*[!=]==?/g, "")
    .replaceAll(/\["[^"]*"\]/g, "");
  return [...used.matchAll(STRING)].map((match) => match[1] ?? "");
}

function bracketed(
  source: string,
  { from, opening }: { from: number; opening: string },
): string {
  const closing = CLOSING[opening];
  let depth = 1;
  let quote = "";
  for (let at = from; at < source.length; at++) {
    const char = source[at] ?? "";
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === '"') quote = char;
    else if (char === opening) depth++;
    else if (char === closing && --depth === 0) return source.slice(from, at);
  }
  return source.slice(from);
}
