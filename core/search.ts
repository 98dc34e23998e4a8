import { wordsOf } from "./text.ts";

// Keeps the entries of one record far below what one write may hold.
const MAX_INDEXED_WORDS = 150;
const MAX_INDEXED_LENGTH = 32;

// Far more than anybody looks for; what orders the marks of letters takes long over long texts.
const MAX_SOUGHT = 500;

// No word begins so: a search without words finds nothing, rather than everything.
const NO_WORD = "\0";

/** The words under which a record is found; a long text counts with its first 150. */
export function indexedWords(words: readonly string[]): string[] {
  const shortened = new Set(words.map(shorten));
  return [...shortened].slice(0, MAX_INDEXED_WORDS);
}

/** What someone looks for: each of its words has to begin a word of the record. */
export class Search {
  /** How the words to look up in an index begin. */
  readonly lead: string;
  readonly #words: readonly string[];

  constructor(typed: string) {
    const text = typed.slice(0, MAX_SOUGHT);
    this.#words = wordsOf(text);
    // A domain is shared by many addresses, so it narrows least.
    const withoutDomains = wordsOf(text.replaceAll(/@\S*/g, " "));
    const lead = mostTelling(withoutDomains) ?? mostTelling(this.#words);
    this.lead = lead ? shorten(lead) : NO_WORD;
  }

  /** The search a person typed, unless they left the field empty. */
  static from(text: string | undefined): Search | undefined {
    return text?.trim() ? new Search(text) : undefined;
  }

  /** Whether a record with these words is meant. */
  matches(words: readonly string[]): boolean {
    return this.#words.every((sought) =>
      words.some((word) => word.startsWith(sought))
    );
  }
}

function mostTelling(words: readonly string[]): string | undefined {
  return words.toSorted((a, b) => weight(b) - weight(a))[0];
}

// A digit narrows about as much as two letters do.
function weight(word: string): number {
  return word.length + (word.match(/\p{N}/gu)?.length ?? 0);
}

// By characters: half of a surrogate pair would not come back from a key as it was.
function shorten(word: string): string {
  return word.length <= MAX_INDEXED_LENGTH
    ? word
    : [...word].slice(0, MAX_INDEXED_LENGTH).join("");
}
