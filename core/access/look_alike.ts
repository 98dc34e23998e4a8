const LOOKS_LIKE: Record<string, string> = {
  а: "a",
  в: "b",
  е: "e",
  ё: "e",
  к: "k",
  м: "m",
  н: "h",
  о: "o",
  р: "p",
  с: "c",
  т: "t",
  у: "y",
  х: "x",
  і: "l",
  ї: "l",
  ј: "j",
  ѕ: "s",
  ԁ: "d",
  ԛ: "q",
  ԝ: "w",
  г: "r",
  п: "n",
  α: "a",
  ε: "e",
  ι: "l",
  κ: "k",
  ν: "v",
  ο: "o",
  ρ: "p",
  τ: "t",
  υ: "u",
  χ: "x",
  ı: "l",
  i: "l",
  "1": "l",
  "0": "o",
};

/** What two names have in common that people cannot tell apart: letters by their looks, no marks, no gaps. */
export function looksOf(name: string): string {
  const letters = name.normalize("NFKD").toLowerCase()
    .replaceAll(/\p{Default_Ignorable_Code_Point}|[^\p{L}\p{N}]/gu, "");
  return [...letters].map((letter) => LOOKS_LIKE[letter] ?? letter).join("")
    .replaceAll("rn", "m");
}
