import { ERROR_PARTS, ERROR_PATTERNS } from "./en/errors.ts";
import type { ErrorPart, ErrorPattern } from "./en/errors.ts";
import { type Language, LOCALES } from "./language.ts";
import { errorParts, errors } from "./ru/errors.ts";
import { groupName } from "./ru/group_names.ts";

/** What goes wrong, by the English sentence; a sentence that a language lacks does not compile. */
export type ErrorTable = Record<ErrorPattern, string>;

/** The parts of sentences that are words of ours, not values, by their English. */
export type ErrorPartTable = Record<ErrorPart, string>;

interface Pattern {
  regexp: RegExp;
  /** What the groups hold: a value as it is, or a part that is translated too. */
  holes: { name: string; isPart: boolean }[];
  saying: string;
}

interface Speech {
  sentences: Pattern[];
  parts: Pattern[];
  /** Values that have a name of ours, by the name of their hole. */
  names: Readonly<Record<string, (value: string) => string>>;
  language: Language;
}

/** Sentences on end are a form's at most; what is longer would cost its square. */
const LONGEST = 1_000;
const HOLE = /\{(\w+)\}|\[(\w+)\]/g;
const SPOKEN_HOLE = /\{(\w+)(?:\|([^{}]*))?\}|\[(\w+)\]/g;

const SPEECHES: Partial<Record<Language, Speech>> = {
  ru: {
    // A name may hold what stands behind it in its sentence; in a list names are short.
    sentences: compile(ERROR_PATTERNS, { sayings: errors, hole: "(.+)" }),
    parts: compile(ERROR_PARTS, { sayings: errorParts, hole: "(.+?)" }),
    names: { group: groupName },
    language: "ru",
  },
};

/**
 * What the core or the web says went wrong, in another language; values in it stay as they
 * are, but for the groups that a new site begins with. A sentence that is not known, or is in
 * that language already, comes back unchanged.
 */
export function translateError(language: Language, text: string): string {
  const speech = SPEECHES[language];
  if (!speech) return text;
  return say(text, speech.sentences, speech) ?? saySeveral(text, speech) ??
    text;
}

/** Several sentences on end, each known; the longest beginning that is known goes first. */
function saySeveral(text: string, speech: Speech): string | undefined {
  if (text.length > LONGEST) return undefined;
  const ends = [...text.matchAll(/[.?]\s+/g)].reverse();
  for (const { index, 0: { length } } of ends) {
    const first = say(text.slice(0, index + 1), speech.sentences, speech);
    if (first === undefined) continue;
    const rest = text.slice(index + length);
    const others = say(rest, speech.sentences, speech) ??
      saySeveral(rest, speech);
    if (others !== undefined) return `${first} ${others}`;
  }
  return undefined;
}

function say(
  text: string,
  patterns: readonly Pattern[],
  speech: Speech,
): string | undefined {
  for (const { regexp, holes, saying } of patterns) {
    const found = regexp.exec(text);
    if (!found) continue;
    const values = new Map<string, string>();
    for (const [place, { name, isPart }] of holes.entries()) {
      const value = found[place + 1] ?? "";
      const said = isPart
        ? say(value, speech.parts, speech)
        : speech.names[name]?.(value) ?? value;
      if (said !== undefined) values.set(name, said);
    }
    if (values.size === holes.length) return fill(saying, values, speech);
  }
  return undefined;
}

function fill(
  saying: string,
  values: ReadonlyMap<string, string>,
  { language }: Speech,
): string {
  return saying.replaceAll(
    SPOKEN_HOLE,
    (_, name: string | undefined, forms: string | undefined, part: string) => {
      const value = values.get(name ?? part) ?? "";
      return forms ? counted(value, forms.split("|"), language) : value;
    },
  );
}

/** A number, as English writes it, with the form of the word that goes with it. */
function counted(value: string, forms: string[], language: Language): string {
  const number = Number(value.replaceAll(",", ""));
  const locale = LOCALES[language];
  const rule = new Intl.PluralRules(locale).select(number);
  const form = forms[["one", "few", "many"].indexOf(rule)] ?? forms.at(-1);
  return `${new Intl.NumberFormat(locale).format(number)} ${form}`;
}

function compile(
  english: readonly string[],
  { sayings, hole }: {
    sayings: Readonly<Record<string, string>>;
    hole: string;
  },
): Pattern[] {
  return english.map((pattern) => ({
    regexp: regexpOf(pattern, hole),
    holes: holesOf(pattern),
    saying: sayings[pattern] ?? pattern,
  }));
}

function regexpOf(pattern: string, hole: string): RegExp {
  const texts = pattern.split(/\{\w+\}|\[\w+\]/).map(escaped);
  return new RegExp(`^${texts.join(hole)}$`, "su");
}

function holesOf(pattern: string): Pattern["holes"] {
  return [...pattern.matchAll(HOLE)].map(
    ([, value, part]) => ({
      name: value ?? part ?? "",
      isPart: part !== undefined,
    }),
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
