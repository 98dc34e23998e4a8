/** Markup that is ready to be sent. */
export interface Xml {
  markup: string;
}

/** An element with its attributes around text or other elements. */
export function element(
  name: string,
  attributes: Record<string, string>,
  content: string | readonly Xml[] = [],
): Xml {
  const head = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${text(value)}"`).join("");
  const inner = typeof content === "string"
    ? text(content)
    : content.map(({ markup }) => markup).join("");
  return {
    markup: inner ? `<${name}${head}>${inner}</${name}>` : `<${name}${head}/>`,
  };
}

/** A whole document, in the reader's language if it has one. */
export function xmlResponse(root: Xml, type: string): Response {
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?>\n${root.markup}`,
    {
      headers: {
        "content-type": `${type}; charset=utf-8`,
        vary: "Accept-Language, Cookie",
      },
    },
  );
}

function text(value: string): string {
  // XML has no way to write most control characters.
  // deno-lint-ignore no-control-regex
  return value.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
