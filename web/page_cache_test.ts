import assert from "node:assert/strict";
import { FOR_EVERYBODY, PageCache } from "./page_cache.ts";

interface Stage {
  pages: PageCache;
  clock: { at: number };
  edit(): void;
}

function stage(): Stage {
  const clock = { at: 0 };
  let edits = 0;
  const pages = new PageCache({
    now: () => new Date(clock.at),
    edits: () => edits,
  });
  return { pages, clock, edit: () => void edits++ };
}

const ask = (headers: Record<string, string> = {}, path = "/blog") =>
  new Request(`http://sendoff.test${path}`, { headers });

const page = (text: string, headers: Record<string, string> = {}) => () =>
  new Response(text, {
    headers: { "cache-control": FOR_EVERYBODY, ...headers },
  });

Deno.test("a page is given out again until its time is over", async () => {
  const { pages, clock } = stage();
  await pages.keep(ask(), page("one"));
  assert.equal(await pages.answer(ask())?.text(), "one");
  clock.at = 10_000;
  assert.equal(pages.answer(ask()), undefined);
  // The one that was sent away makes the next page.
  assert.equal(await pages.answer(ask())?.text(), "one");
});

Deno.test("an edit ends a page's time at once", async () => {
  const { pages, edit } = stage();
  await pages.keep(ask(), page("one"));
  edit();
  assert.equal(pages.answer(ask()), undefined);
});

Deno.test("a page that was being made when the edit came is not given out again", async () => {
  const { pages, edit } = stage();
  const old = await pages.keep(ask(), async () => {
    await Promise.resolve();
    edit();
    return page("one")();
  });
  assert.equal(await old.text(), "one");
  assert.equal(pages.answer(ask()), undefined);
});

Deno.test("what failed and what was posted goes out as it is, and is not kept", async () => {
  const { pages } = stage();
  const headers = { "cache-control": FOR_EVERYBODY };
  const failed = await pages.keep(
    ask(),
    () => new Response("x", { status: 404, headers }),
  );
  assert.equal(failed.status, 404);
  const posted = new Request("http://sendoff.test/blog", { method: "POST" });
  const answered = await pages.keep(posted, page("x"));
  assert.equal(answered.headers.get("etag"), null);
  assert.equal(pages.answer(ask()), undefined);
  await pages.keep(ask(), page("one"));
  assert.equal(pages.answer(posted), undefined);
});

Deno.test("whoever has the page is told that it did not change", async () => {
  const { pages } = stage();
  const first = await pages.keep(ask(), page("one"));
  const etag = first.headers.get("etag") ?? "";
  for (const tag of [etag, `W/${etag}`, `"x", ${etag}`]) {
    const again = pages.answer(ask({ "if-none-match": tag }));
    assert.deepEqual([again?.status, await again?.text()], [304, ""]);
  }
  const same = await pages.keep(ask({ "if-none-match": etag }), page("one"));
  assert.equal(same.status, 304);
  const changed = await pages.keep(ask({ "if-none-match": etag }), page("two"));
  assert.equal(changed.status, 200);
});

Deno.test("each language has its own page", async () => {
  const { pages } = stage();
  await pages.keep(ask({ "accept-language": "ru" }), page("раз"));
  assert.equal(pages.answer(ask()), undefined);
  const chosen = ask({ cookie: "language=ru" });
  assert.equal(await pages.answer(chosen)?.text(), "раз");
  assert.equal(
    await pages.answer(ask({ "accept-language": "ru" }))?.text(),
    "раз",
  );
});

Deno.test("whoever carries a cookie gets no kept page, and theirs is not kept", async () => {
  const { pages } = stage();
  await pages.keep(ask({ cookie: "session=x" }), page("mine"));
  assert.equal(pages.answer(ask()), undefined);
  await pages.keep(ask(), page("all"));
  assert.equal(pages.answer(ask({ cookie: "session=x" })), undefined);
  assert.equal(pages.answer(ask({ cookie: "a=b; language=en" })), undefined);
});

Deno.test("what is not for everybody is not kept", async () => {
  const { pages } = stage();
  await pages.keep(ask(), page("x", { "cache-control": "private, no-store" }));
  await pages.keep(ask(), page("x", { "set-cookie": "flash=x" }));
  await pages.keep(ask({}, "/blog?a=b"), page("x"));
  assert.equal(pages.answer(ask()), undefined);
  assert.equal(pages.answer(ask({}, "/blog?a=b")), undefined);
});

Deno.test("every time a page is given out it is told", async () => {
  const { pages } = stage();
  let views = 0;
  pages.onServed("/blog", () => views++);
  await pages.keep(ask(), page("one"));
  pages.answer(ask());
  pages.answer(ask());
  pages.answer(ask({}, "/else"));
  assert.equal(views, 2);
});
