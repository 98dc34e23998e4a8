/** Stands for a value in a sentence. */
export const HOLE = "\u0000";

const REFUSAL = /^(Invalid|Conflict|NotFound|Forbidden)$/;
const SENTENCE = new RegExp(`^["A-Z${HOLE}][^]* [^]*\\.$`);

/** A sentence of a source file, its values replaced by holes. */
export interface Sentence {
  path: string;
  text: string;
}

/** The sentences in a source file: whatever reads as one, and all that a refusal is given. */
export function sentencesOf(path: string, source: string): Sentence[] {
  const texts: string[] = [];
  const take = (node: Deno.lint.Expression) => {
    const text = textOf(node);
    if (isSaid(node, text)) texts.push(text);
  };
  const plugin: Deno.lint.Plugin = {
    name: "sentences",
    rules: {
      found: {
        create: () => ({
          Literal: take,
          TemplateLiteral: take,
          BinaryExpression: take,
        }),
      },
    },
  };
  Deno.lint.runPlugin(plugin, path, source);
  return texts.map((text) => ({ path, text }));
}

/** The text that an expression makes, with holes for what is not written there. */
function textOf(node: Deno.lint.Node): string {
  if (node.type === "Literal") {
    return typeof node.value === "string" ? node.value : HOLE;
  }
  if (node.type === "TemplateLiteral") {
    return node.quasis.map(({ cooked }) => cooked).join(HOLE);
  }
  if (node.type === "BinaryExpression" && node.operator === "+") {
    return textOf(node.left) + textOf(node.right);
  }
  return HOLE;
}

function isSaid(node: Deno.lint.Expression, text: string): boolean {
  const { parent } = node;
  // The longest text that it is a part of is the sentence.
  if (parent?.type === "BinaryExpression" && parent.operator === "+") {
    return false;
  }
  if (!text.includes(" ")) return false;
  const thrown = thrownWith(node);
  return thrown === undefined ? SENTENCE.test(text) : REFUSAL.test(thrown);
}

/** The class of the failure that an expression is a part of. */
function thrownWith(node: Deno.lint.Node): string | undefined {
  let at: Deno.lint.Node | Deno.lint.TSParameterProperty | undefined = node;
  for (; at; at = "parent" in at ? at.parent : undefined) {
    if (at.type !== "NewExpression" || at.callee.type !== "Identifier") {
      continue;
    }
    const { name } = at.callee;
    if (REFUSAL.test(name) || /Error$/.test(name)) return name;
  }
  return undefined;
}
