import type { ComponentChildren } from "preact";
import { Reader } from "../../components/reader.ts";
import { Words } from "../../components/words.ts";
import { translateError } from "../../core/i18n/errors.ts";
import { LOCALES } from "../../core/i18n/language.ts";
import { type Spoken, spokenTo } from "./spoken.ts";

/** Tells everything inside in which words, language and time zone its reader reads. */
export function ForReader(
  { children, ...spoken }: Spoken & { children: ComponentChildren },
) {
  const { language, t, user } = spokenTo(spoken);
  const reading = { locale: LOCALES[language], zone: user?.timeZone ?? "UTC" };
  const words = {
    ...t.common,
    frame: t.frame,
    explain: (sentence: string) => translateError(language, sentence),
  };
  return (
    <Reader.Provider value={reading}>
      <Words.Provider value={words}>{children}</Words.Provider>
    </Reader.Provider>
  );
}
