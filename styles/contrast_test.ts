import assert from "node:assert/strict";
import { FILLS, GROUNDS, type Scheme, TEXTS, TOKENS } from "./tokens.ts";

const SCHEMES: readonly Scheme[] = ["light", "dark"];

for (const scheme of SCHEMES) {
  Deno.test(`every text is readable on every ground when it is ${scheme}`, () => {
    const colours = TOKENS[scheme];
    for (const ground of GROUNDS) {
      for (const text of TEXTS) {
        atLeast(4.5, [colours[text], colours[ground]], `${text} on ${ground}`);
      }
    }
  });

  Deno.test(`the words of a filled button are readable when it is ${scheme}`, () => {
    const colours = TOKENS[scheme];
    for (const fill of FILLS) {
      atLeast(4.5, [colours.paper, colours[fill]], `paper on ${fill}`);
    }
  });

  Deno.test(`the edge of a control stands out when it is ${scheme}`, () => {
    const colours = TOKENS[scheme];
    for (const ground of GROUNDS.slice(0, 2)) {
      atLeast(3, [colours.edge, colours[ground]], `edge on ${ground}`);
    }
  });
}

Deno.test("black on white measures 21 to 1", () => {
  assert.equal(Math.round(contrast("#000000", "#ffffff")), 21);
});

function atLeast(ratio: number, pair: [string, string], name: string): void {
  const measured = contrast(...pair);
  assert.ok(
    measured >= ratio,
    `${name} is ${measured.toFixed(2)}, below ${ratio}`,
  );
}

/** The contrast of WCAG 2.2 between two colours. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((
    a,
    b,
  ) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
