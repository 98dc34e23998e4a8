const VARIANTS = new RegExp(
  "^(?:sm|md|lg|xl|print|motion-reduce|hover|focus|focus-visible|focus-within|active|disabled|" +
    "checked|first|last|odd|even|first-of-type|last-of-type|open|target|empty|before|after|" +
    "placeholder|file|(?:group|peer)-(?:hover|focus|focus-visible|open|checked)|aria|)$",
);
const TINTED = /(?:^|:)(?:bg|text|border|fill|stroke|ring)-[a-z]+\/\d+$/;

/**
 * Tells names twind takes without a word and that do nothing: a variant it does not know
 * becomes a pseudo-class that no element has, and a custom property takes no opacity.
 */
export function isIdle(name: string): boolean {
  if (TINTED.test(name)) return true;
  const plain = withoutBrackets(name);
  return plain.split(":").slice(0, -1).some((variant) =>
    !VARIANTS.test(variant)
  );
}

function withoutBrackets(name: string): string {
  const outer = name.replaceAll(/-?\[[^[\]]*\]/g, "");
  return outer === name ? name : withoutBrackets(outer);
}
