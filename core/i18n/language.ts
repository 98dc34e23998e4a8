import { z } from "zod";

/** The languages that the product speaks. */
export const LANGUAGES = ["en", "ru"] as const;

/** A language of the product. */
export const Language = z.enum(LANGUAGES, { error: "Choose a language." });
export type Language = z.infer<typeof Language>;

/** How dates and numbers are written in a language; English counts 24 hours. */
export const LOCALES: Record<Language, string> = { en: "en-GB", ru: "ru-RU" };

/** The language of ours that an `Accept-Language` header likes best; English if it names none. */
export function preferredLanguage(header: string | null): Language {
  const wishes = (header ?? "").slice(0, 500).split(",").map((part, place) => {
    const [tag = "", quality] = part.trim().split(/\s*;\s*q=/);
    return { tag: tag.toLowerCase(), quality: Number(quality ?? 1), place };
  });
  const ranked = wishes.filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.place - b.place);
  for (const { tag } of ranked) {
    const language = LANGUAGES.find((known) =>
      tag === known || tag.startsWith(`${known}-`)
    );
    if (language) return language;
  }
  return "en";
}
