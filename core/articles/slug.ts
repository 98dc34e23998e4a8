const LONGEST = 70;

const LATIN: Record<string, string> = {
  ...letters("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye"),
  ё: "yo",
  ж: "zh",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ь: "",
  ю: "yu",
  я: "ya",
  і: "i",
  ї: "yi",
  є: "ye",
  ґ: "g",
  ß: "ss",
  æ: "ae",
  ø: "o",
  ł: "l",
};

/** The readable end of an address out of a title; "article" where no letter of it can be written. */
export function slugOf(title: string): string {
  const latin = [...title.normalize("NFC").toLowerCase()]
    .map((letter) => LATIN[letter] ?? letter).join("");
  const words = latin.normalize("NFD").replaceAll(/\p{M}|['’]/gu, "")
    .match(/[a-z0-9]+/g) ?? [];
  return shortened(words) || "article";
}

function shortened(words: readonly string[]): string {
  let slug = "";
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, LONGEST);
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug;
}

function letters(from: string, to: string): Record<string, string> {
  const latin = [...to];
  return Object.fromEntries(
    [...from].map((letter, i) => [letter, latin[i] ?? ""]),
  );
}
