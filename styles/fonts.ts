import golosRanges from "@fontsource-variable/golos-text/unicode.json" with {
  type: "json",
};
import monoRanges from "@fontsource-variable/jetbrains-mono/unicode.json" with {
  type: "json",
};
import literataRanges from "@fontsource-variable/literata/unicode.json" with {
  type: "json",
};

const SUBSETS = ["latin", "cyrillic"] as const;

interface Family {
  name: string;
  package: string;
  weights: string;
  styles: readonly ("normal" | "italic")[];
  ranges: Record<(typeof SUBSETS)[number], string>;
  /** Local faces of known widths, stretched to the family's own (see docs/decisions/0005). */
  fallback: {
    local: readonly string[];
    sizeAdjust: string;
    ascent: string;
    descent: string;
  };
}

const FAMILIES: readonly Family[] = [
  {
    name: "Golos Text",
    package: "golos-text",
    weights: "400 900",
    styles: ["normal"],
    ranges: golosRanges,
    fallback: {
      local: ["Arial", "Liberation Sans"],
      sizeAdjust: "108.7%",
      ascent: "90.16%",
      descent: "20.24%",
    },
  },
  {
    name: "Literata",
    package: "literata",
    weights: "200 900",
    styles: ["normal", "italic"],
    ranges: literataRanges,
    fallback: {
      local: ["Times New Roman", "Liberation Serif"],
      sizeAdjust: "121.74%",
      ascent: "96.68%",
      descent: "25.3%",
    },
  },
  {
    name: "JetBrains Mono",
    package: "jetbrains-mono",
    weights: "100 800",
    styles: ["normal"],
    ranges: monoRanges,
    fallback: {
      local: ["Courier New", "Liberation Mono"],
      sizeAdjust: "100%",
      ascent: "102%",
      descent: "30%",
    },
  },
];

/** One font file: where npm put it (inside node_modules) and the name we serve it by. */
export interface FontFile {
  source: string;
  name: string;
}

/** Every font file the product serves. */
export const FONT_FILES: readonly FontFile[] = FAMILIES.flatMap((family) =>
  family.styles.flatMap((style) =>
    SUBSETS.map((subset) => {
      const name = fileName(family, subset, style);
      return {
        source: `@fontsource-variable/${family.package}/files/${name}`,
        name,
      };
    })
  )
);

/** The `@font-face` rules: the served subsets, then the fallbacks that keep their room. */
export function fontFaces(): string {
  return FAMILIES.map((family) =>
    [...servedFaces(family), fallbackFace(family)].join("\n")
  )
    .join("\n");
}

function servedFaces(family: Family): string[] {
  return family.styles.flatMap((style) =>
    SUBSETS.map((subset) =>
      `@font-face{font-family:"${family.name}";font-style:${style};font-display:optional;` +
      `font-weight:${family.weights};unicode-range:${family.ranges[subset]};` +
      `src:url(fonts/${fileName(family, subset, style)}) format("woff2")}`
    )
  );
}

function fallbackFace({ name, fallback }: Family): string {
  const local = fallback.local.map((face) => `local("${face}")`).join(",");
  return `@font-face{font-family:"${name} Fallback";src:${local};` +
    `size-adjust:${fallback.sizeAdjust};ascent-override:${fallback.ascent};` +
    `descent-override:${fallback.descent};line-gap-override:0%}`;
}

function fileName(family: Family, subset: string, style: string): string {
  return `${family.package}-${subset}-wght-${style}.woff2`;
}
