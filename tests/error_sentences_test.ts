import assert from "node:assert/strict";
import { ERROR_PARTS, ERROR_PATTERNS } from "../core/i18n/en/errors.ts";
import { translateError } from "../core/i18n/errors.ts";
import { HOLE, type Sentence, sentencesOf } from "./sentences.ts";
import { filesOf, ROOT } from "./source_files.ts";

/** What speaks to those who run the site, on a terminal, or what a mail service is quoted with. */
const NOT_FOR_PAGES =
  /^(web\/unopened_store\.ts$|core\/(config\.ts|dkim_key\.ts|i18n\/(en|ru)\/|access\/permissions\.ts|delivery\/(header_guard\.ts|render\.ts|transports\/)|storage\/dump\.ts))/;
const TESTING = /(_test\.tsx?|(^|\/)test_\w+\.ts)$|\/testing\/|_rigs\.ts$/;
const ENTERED = /\bsingleLine\(\s*"([^"]+)"/g;

const A_HOLE = /\{\w+\}|\[\w+\]/g;
const SHAPES = new Set(
  [...ERROR_PATTERNS, ...ERROR_PARTS].map((text) =>
    text.replaceAll(A_HOLE, HOLE)
  ),
);
const PARTS = new Set<string>(ERROR_PARTS);

function isKnown({ text }: Sentence): boolean {
  return SHAPES.has(text) || translateError("ru", text) !== text;
}

async function sources(
  within = /^(core|web)\//,
): Promise<{ path: string; source: string }[]> {
  const paths = (await filesOf(ROOT)).filter((path) =>
    within.test(path) && /\.tsx?$/.test(path) && !TESTING.test(path) &&
    !NOT_FOR_PAGES.test(path)
  );
  return await Promise.all(paths.map(async (path) => ({
    path,
    source: await Deno.readTextFile(`${ROOT}/${path}`),
  })));
}

Deno.test("whatever the core and the web say went wrong can be said in Russian", async () => {
  const said = (await sources()).flatMap(({ path, source }) =>
    sentencesOf(path, source)
  );
  assert.ok(said.length > 80, `${said.length} sentences were found`);
  assert.deepEqual(said.filter((sentence) => !isKnown(sentence)), []);
});

Deno.test("no sentence is translated that nobody says any more", async () => {
  const said = (await sources(/^(core|web|routes)\//)).flatMap((
    { path, source },
  ) => sentencesOf(path, source)).map(({ text }) => text);
  const unsaid = ERROR_PATTERNS.filter((pattern) => {
    const sentence = new RegExp(
      `^${
        pattern.split(A_HOLE).map((text) => text.replaceAll(/\W/g, "\\$&"))
          .join("[^]+")
      }$`,
    );
    return !said.some((text) => sentence.test(text));
  });
  assert.deepEqual(unsaid, []);
});

Deno.test("what people are asked to enter on a line has a Russian name", async () => {
  const asked = (await sources()).flatMap(({ source }) =>
    [...source.matchAll(ENTERED)].map(([, what = ""]) => what)
  );
  assert.ok(asked.length > 5, `${asked.length} names were found`);
  assert.deepEqual(asked.filter((what) => !PARTS.has(what)), []);
});

Deno.test("a sentence that nobody translated is found wherever it is planted", () => {
  const planted = [
    'throw new Conflict("the moon is full");',
    "throw new NotFound(`There is no ${thing} here`);",
    'throw new Invalid({ name: "Choose a better name." });',
    'const HINT = "Come back " + "tomorrow.";',
    'z.string({ error: "Say more." }).max(9, { message: `At most ${9} words.` });',
    "return `${name} is asleep.`;",
  ];
  const found = planted.map((source) =>
    sentencesOf("core/planted.ts", source).filter((each) => !isKnown(each))
      .length
  );
  assert.deepEqual(found, [1, 1, 1, 1, 2, 1]);
});

Deno.test("words that say nothing went wrong are let alone", () => {
  const harmless =
    'throw new TypeError("Too few."); name("a part"); at("/x y");';
  assert.deepEqual(sentencesOf("core/planted.ts", harmless), []);
});
