import assert from "node:assert/strict";
import { GroupName } from "../../core/access/group.ts";
import { ArticleDraft } from "../../core/articles/article.ts";
import { parseClientList } from "../../core/clients/client_list.ts";
import { htmlParts } from "../../core/delivery/letter_html.ts";
import { EmailAddress } from "../../core/email_address.ts";
import { Search } from "../../core/search.ts";

const PASTED = 1_000_000;
const MARKS = "\u0316\u0301".repeat(PASTED / 2);

// Where the time grew with the square of the length, each of these would take hours.
const READ: Record<string, () => unknown> = {
  "a list of letters without an address": () =>
    parseClientList("a".repeat(PASTED)),
  "a list of at signs": () => parseClientList("@".repeat(PASTED)),
  "a list of at signs in a bracket": () =>
    parseClientList(`<${"@".repeat(PASTED)}`),
  "a list of spaces before an address": () =>
    parseClientList(`x${" ".repeat(PASTED)}y <a@example.com>`),
  "an address with a domain of a million letters": () =>
    EmailAddress.safeParse(`a@${"ü".repeat(PASTED)}`),
  "a link of dots": () => htmlParts(`http://${".".repeat(PASTED)}x`),
  "links in brackets that were never opened": () =>
    htmlParts("http://a)".repeat(PASTED / 9)),
  "a search of marks": () => new Search(MARKS),
  "a group's name of marks": () => GroupName.safeParse(MARKS),
};

for (const [what, read] of Object.entries(READ)) {
  Deno.test(`${what} is read to its end`, () => {
    assert.ok(read());
  });
}

Deno.test("an article is previewed only as long as it may be kept", () => {
  const { success } = ArticleDraft.safeParse({ body: "![".repeat(14_001) });
  assert.equal(success, false);
});
