import { en } from "./en/mod.ts";
import type { Language } from "./language.ts";
import { ru } from "./ru/mod.ts";

/** Everything the product says, by area; a language that lacks a key does not compile. */
export type Catalogue = typeof en;

const CATALOGUES: Record<Language, Catalogue> = { en, ru };

/** What the product says in a language. */
export function catalogueOf(language: Language): Catalogue {
  return CATALOGUES[language];
}
