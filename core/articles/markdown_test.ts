import assert from "node:assert/strict";
import fc from "fast-check";
import { picturesIn, renderMarkdown } from "./markdown.ts";

const html = (source: string) => renderMarkdown(source).html;

Deno.test("Markdown becomes markup below the page's own heading", () => {
  assert.equal(
    html("# Head\n\n*Well* [said](https://example.com)."),
    '<h2>Head</h2>\n<p><em>Well</em> <a href="https://example.com" rel="noopener">said</a>.</p>\n',
  );
});

Deno.test("headings begin at the second level, however an author begins, and skip none", () => {
  const levels = (source: string) =>
    [...html(source).matchAll(/<h(\d)>.*?<\/h\1>/g)].map(([_, level]) => level)
      .join("");
  assert.equal(levels("## A\n\n### B\n\n## C"), "232");
  assert.equal(levels("# A\n\n#### B\n\n##### C\n\n# D"), "2342");
  assert.equal(levels("### A\n\n# B\n\n###### C"), "223");
});

Deno.test("markup that was typed shows as text", () => {
  const shown = html(
    "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>",
  );
  assert.doesNotMatch(shown, /<script|<img/);
  assert.match(shown, /&lt;script&gt;/);
});

Deno.test("no address runs anything", () => {
  const hostile = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript&colon;alert(1)",
    "java\tscript:alert(1)",
    "vbscript:x",
    "data:text/html;base64,PHNjcmlwdD4=",
    "//elsewhere.example/x",
    "file:///etc/passwd",
  ];
  for (const address of hostile) {
    for (
      const source of [
        `[x](${address})`,
        `[x](<${address}>)`,
        `<${address}>`,
        `[x][y]\n\n[y]: ${address}`,
      ]
    ) {
      assert.doesNotMatch(html(source), /<a /, source);
    }
  }
});

Deno.test("a picture from elsewhere gives its words, one of ours its size", () => {
  assert.equal(html("![A dog](https://spy.example/a.png)"), "<p>A dog</p>\n");
  assert.equal(html("![A dog](/pictures/none)"), "<p>A dog</p>\n");
  const sizes = new Map([["p1", { width: 40, height: 30 }]]);
  assert.equal(
    renderMarkdown('![A "dog"](/pictures/p1)', sizes).html,
    '<p><img src="/pictures/p1" alt="A &quot;dog&quot;" width="40" height="30" loading="lazy"></p>\n',
  );
});

Deno.test("no style comes in, not by a table either", () => {
  const table = "| a | b |\n|:-:|--:|\n| 1 | 2 |";
  assert.match(html(table), /<td>1<\/td>/);
  assert.doesNotMatch(html(table), /style/);
});

Deno.test("words are told without their marks", () => {
  assert.equal(
    renderMarkdown("## Head\n\n*Well*\n*sai*d.\n\n- one").text,
    "Head Well said. one",
  );
});

Deno.test("the pictures of ours that a text shows are found", () => {
  assert.deepEqual(
    picturesIn(
      "![a](/pictures/p1) ![b](https://x.example/pictures/p2) ![c](</pictures/p3>)",
    ),
    ["p1", "p3"],
  );
});

Deno.test("whatever is typed, only markup of ours comes out", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "<",
      ">",
      "[",
      "](",
      ")",
      "!",
      "`",
      "\n",
      "javascript:",
      "<svg/onload=",
      "style=",
      "&lt;",
      "\\",
      "| ",
      "|-|\n",
      "http://",
      "](/pictures/p1)",
    ),
  );
  fc.assert(fc.property(fc.array(piece), (pieces) => {
    const shown = html(pieces.join(""));
    for (const [tag] of shown.matchAll(/<[^>]*>/g)) {
      assert.match(
        tag,
        /^<\/?(?:p|h[2-6]|em|strong|s|a|ul|ol|li|blockquote|code|pre|hr|br|table|thead|tbody|tr|th|td)(?: (?:href|rel|title|start|class)="[^"]*")*>$/,
      );
      assert.doesNotMatch(tag, /href="(?!"|https?:|mailto:|#|\/(?![/\\]))/i);
    }
  }));
});
