import { type Language, LOCALES } from "./language.ts";

/** The forms that a counted word takes; Russian has all three, English the first and the last. */
export interface Forms {
  one: string;
  few?: string;
  many: string;
}

/** Writes a number with its word: `count(1204, { one: "client", many: "clients" })`. */
export type CountInWords = (n: number, forms: Forms) => string;

/** How numbers are written with their words in a language. */
export function counting(language: Language): CountInWords {
  const digits = new Intl.NumberFormat(LOCALES[language]);
  const word = naming(language);
  return (n, forms) => `${digits.format(n)} ${word(n, forms)}`;
}

/** The word for what a number counts, where the number stands apart from it. */
export function naming(language: Language): CountInWords {
  const rules = new Intl.PluralRules(LOCALES[language]);
  return (n, { one, few, many }) => {
    const rule = rules.select(n);
    return rule === "one" ? one : rule === "few" ? few ?? many : many;
  };
}
