/** The longest text that is looked at; longer passwords are refused for their length. */
const LONGEST = 200;
/** What has to be left of a password once all that is easily guessed is taken out. */
const ENOUGH = { characters: 5, different: 3 };
const SHORTEST_PART = 3;
const SHORTEST_RUN = 4;

/** Words that lists of stolen passwords begin with, and the site's own name. */
const WORDS = [
  "sendoff",
  "password",
  "passwort",
  "passw",
  "qwerty",
  "secret",
  "letmein",
  "welcome",
  "iloveyou",
  "administrator",
  "admin",
  "changeme",
  "monkey",
  "dragon",
  "football",
  "baseball",
  "superman",
  "batman",
  "sunshine",
  "princess",
  "master",
  "shadow",
  "default",
  "mailing",
  "company",
  "пароль",
  "привет",
  "любовь",
  "админ",
  "рассылка",
];

const ROWS = [
  "01234567890",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1qaz2wsx3edc4rfv5tgb",
  "1q2w3e4r5t6y7u8i9o0p",
  "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
  "йцукенгшщзхъ",
  "фывапролджэ",
  "ячсмитьбю",
];
const RUNS = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(""))];

const STANDS_FOR: Record<string, string> = {
  "@": "a",
  "$": "s",
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
};

/** Whether little of a password is left once known words, runs, repeats and a person's own words are out. */
export function isGuessable(
  password: string,
  own: readonly string[] = [],
): boolean {
  const text = password.slice(0, LONGEST).normalize("NFKC").toLowerCase();
  const words = [...WORDS, ...own.flatMap(partsOf)]
    .sort((a, b) => b.length - a.length);
  return isLittle(without(text, words)) ||
    isLittle(without(text.replaceAll(/[@$013457]/g, readAs), words));
}

function readAs(sign: string): string {
  return STANDS_FOR[sign] ?? sign;
}

function partsOf(text: string): string[] {
  const parts = text.normalize("NFKC").toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
  return parts.filter((part) => part.length >= SHORTEST_PART);
}

function without(text: string, words: readonly string[]): string {
  let left = text.replaceAll(/[^\p{L}\p{N}]+/gu, "");
  for (const word of words) left = left.replaceAll(word, "");
  left = left.replaceAll(/(?:19|20)\d\d/g, "");
  return withoutRuns(left).replaceAll(/(.{1,10}?)\1+/gu, "$1");
}

function withoutRuns(text: string): string {
  let left = "";
  for (let at = 0; at < text.length;) {
    const length = runAt(text, at);
    if (length < SHORTEST_RUN) left += text[at++];
    else at += length;
  }
  return left;
}

function runAt(text: string, at: number): number {
  let length = 1;
  while (
    at + length < text.length &&
    RUNS.some((run) => run.includes(text.slice(at, at + length + 1)))
  ) length++;
  return length;
}

function isLittle(left: string): boolean {
  return left.length < ENOUGH.characters ||
    new Set(left).size < ENOUGH.different;
}
