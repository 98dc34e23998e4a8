import { type CSSObject, defineConfig } from "@twind/core";
import presetAutoprefix from "@twind/preset-autoprefix";
import presetTailwind from "@twind/preset-tailwind";
import { declarations, TOKENS } from "./tokens.ts";

const colors = Object.fromEntries([
  ...Object.keys(TOKENS.light).map((name) => [name, `var(--${name})`]),
  ["transparent", "transparent"],
  ["current", "currentColor"],
]);

/** The look of every page: colours, type, room and shape by their names. */
export const theme = defineConfig({
  hash: false,
  presets: [presetAutoprefix(), presetTailwind()],
  theme: {
    colors,
    fontFamily: {
      sans: '"Golos Text", "Golos Text Fallback", system-ui, sans-serif',
      serif: '"Literata", "Literata Fallback", Georgia, serif',
      mono:
        '"JetBrains Mono", "JetBrains Mono Fallback", ui-monospace, monospace',
    },
    fontSize: {
      13: ["0.8125rem", "1.25rem"],
      15: ["0.9375rem", "1.5rem"],
      17: ["1.0625rem", "1.625rem"],
      19: ["1.1875rem", "1.9375rem"],
      21: ["1.3125rem", "1.75rem"],
      27: ["1.6875rem", "2.125rem"],
      35: ["2.1875rem", "2.625rem"],
      45: ["2.8125rem", "3.25rem"],
    },
    borderRadius: { none: "0", DEFAULT: "6px", full: "9999px" },
    borderColor: { DEFAULT: "var(--rule)", ...colors },
    boxShadow: { float: "0 8px 28px -8px rgb(0 0 0 / 0.28)", none: "none" },
    extend: {
      // Paper is narrower than the screens these are for, but as good for tables.
      screens: { md: { raw: "(min-width: 768px), print" } },
      maxWidth: { page: "75rem", form: "36rem", article: "66ch" },
      transitionDuration: { DEFAULT: "120ms" },
      transitionProperty: { DEFAULT: "opacity, transform" },
    },
  },
  preflight: {
    ":root": { ...declarations("light"), colorScheme: "light dark" },
    "@media (prefers-color-scheme: dark)": { ":root": declarations("dark") },
    // What is scrolled to by a link or the tab key must not lie under a bar.
    html: {
      fontFamily: "theme(fontFamily.sans)",
      scrollPaddingTop: "4rem",
      scrollPaddingBottom: "calc(5rem + env(safe-area-inset-bottom))",
    },
    body: {
      background: "var(--paper)",
      color: "var(--ink)",
      fontSize: "0.9375rem",
      lineHeight: "1.5rem",
      overflowWrap: "break-word",
    },
    // Hinted to whole pixels, the dot of an "i" melts into its stem at 15 px.
    "body,button,input,select,textarea": {
      textRendering: "geometricPrecision",
    },
    // In a field of a date one of its parts has the focus, which the field does not tell.
    ":focus-visible,input[type=datetime-local]:focus-within": {
      outline: "2px solid var(--mark)",
      outlineOffset: "2px",
    },
    "::selection": { background: "var(--mark)", color: "var(--paper)" },
    "pre,code,textarea": { fontVariantLigatures: "none" },
    summary: { listStyle: "none", cursor: "pointer" },
    "summary::-webkit-details-marker": { display: "none" },
    "@page": { size: "A4", margin: "14mm 12mm" },
    "@media print": {
      ":root": { ...declarations("light"), colorScheme: "light" },
      html: { fontSize: "80%" },
      body: { background: "none" },
      "tr,figure,li": { breakInside: "avoid" },
      "h2,h3": { breakAfter: "avoid" },
    },
    "@media (prefers-reduced-motion: reduce)": {
      "*,::before,::after": { transitionDuration: "0s !important" },
    },
  },
  rules: [["airmail-ground", airmail()], ["airmail-bar", airmailBar()]],
});

/** Red, paper, blue, paper on the slant, with hard edges. */
function airmail(): CSSObject {
  return {
    backgroundColor: "var(--sheet)",
    backgroundImage: "repeating-linear-gradient(-45deg," +
      "var(--lost) 0 8px,transparent 8px 16px,var(--mark) 16px 24px,transparent 24px 32px)",
  };
}

/** A `<progress>` whose done part is the stripe; the value needs no style of its own. */
function airmailBar(): CSSObject {
  return {
    appearance: "none",
    background: "var(--wash)",
    "&::-webkit-progress-bar": { background: "var(--wash)" },
    "&::-webkit-progress-value": airmail(),
    "&::-moz-progress-bar": airmail(),
  };
}
