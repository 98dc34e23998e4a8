/** The address of a page within a text: where it begins and where it ends. */
export interface FoundLink {
  start: number;
  end: number;
  /** The text between the two, with the scheme that it left out. */
  address: string;
}

const START =
  /https?:\/\/(?=[\p{L}\p{N}{[])|(?<![\p{L}\p{N}@./_-])www\.(?=[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}])/giu;
/** Nothing that stands in an address as it is; most of it belongs to the sentence around. */
const STOP = /[\s\p{C}<>"'`{}|\\^«»“”„‘’…–—]/u;
const CLOSES: Readonly<Record<string, string>> = { ")": "(", "]": "[" };
const OF_THE_SENTENCE = new Set(".,;:!?*_~([");

/**
 * The addresses of pages in a text, in order. One ends where the sentence goes on: before a
 * bracket that it did not open, a dash, an ellipsis, and the punctuation that stands last.
 * `within` may say that something at a place belongs to an address, by its length.
 */
export function linksIn(
  text: string,
  within: (text: string, at: number) => number = () => 0,
): FoundLink[] {
  const links: FoundLink[] = [];
  let past = 0;
  for (const { 0: scheme, index: start } of text.matchAll(START)) {
    if (start < past) continue;
    past = reach(text, { from: start + scheme.length, within });
    const end = withoutPunctuation(text, {
      from: start + scheme.length,
      to: past,
    });
    if (end === start + scheme.length) continue;
    const typed = text.slice(start, end);
    const address = /^www/i.test(scheme) ? `http://${typed}` : typed;
    links.push({ start, end, address });
  }
  return links;
}

function reach(
  text: string,
  { from, within }: {
    from: number;
    within: (text: string, at: number) => number;
  },
): number {
  const opened: Record<string, number> = { "(": 0, "[": 0 };
  let at = from;
  while (at < text.length) {
    const inside = within(text, at);
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const opener = CLOSES[character];
    if (inside === 0 && STOP.test(character)) return at;
    if (inside === 0 && opener && opened[opener] === 0) return at;
    if (opener) opened[opener] = (opened[opener] ?? 0) - 1;
    else if (character in opened) {
      opened[character] = (opened[character] ?? 0) + 1;
    }
    at += inside || character.length;
  }
  return at;
}

function withoutPunctuation(
  text: string,
  { from, to }: { from: number; to: number },
): number {
  let end = to;
  while (end > from && OF_THE_SENTENCE.has(text[end - 1] ?? "")) end--;
  return end;
}
