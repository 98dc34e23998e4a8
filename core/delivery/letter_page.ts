import type { Language } from "../i18n/language.ts";

const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; background: #fbfaf6; color: #1b2230; }
.letter { max-width: 600px; margin: 0 auto; padding: 32px 24px; overflow-wrap: anywhere;
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.letter p { margin: 0 0 16px; }
.letter a { color: #1d4f91; }
@media (prefers-color-scheme: dark) {
  body { background: #12151a !important; color: #e9e6df !important; }
  .letter a { color: #7fb0ee !important; }
}`.trim();

/** What stands before the title of a letter's HTML. */
export function beforeTitle(language?: Language): string {
  return `<!doctype html>
<html${language ? ` lang="${language}"` : ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>`;
}

/** What stands between the title and the paragraphs of a letter's HTML. */
export const BEFORE_BODY = `</title>
<style>
${STYLE}
</style>
</head>
<body>
<div class="letter">
`;

/** What ends a letter's HTML. */
export const AFTER_BODY = `</div>
</body>
</html>
`;
