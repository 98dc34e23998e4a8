import assert from "node:assert/strict";
import * as lucide from "lucide";
import { ICONS } from "./icons.ts";

Deno.test("every icon is drawn as lucide draws it", () => {
  const set = new Map<string, unknown>(Object.entries(lucide.icons));
  for (const [name, drawing] of Object.entries(ICONS)) {
    const nodes = set.get(
      name.replaceAll(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase()),
    );
    assert.ok(Array.isArray(nodes), `lucide has no ${name}`);
    assert.equal(drawing, nodes.map(markup).join(""), name);
  }
});

function markup([tag, attributes]: [string, Record<string, string>]): string {
  const pairs = Object.entries(attributes).map(([name, value]) =>
    `${name}="${value}"`
  );
  return `<${tag} ${pairs.join(" ")}/>`;
}
