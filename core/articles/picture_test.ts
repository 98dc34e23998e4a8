import assert from "node:assert/strict";
import { Invalid } from "../errors.ts";
import { examine } from "./picture.ts";
import { AUTHOR, png, typed, withBlog } from "./test_articles.ts";

function refusal(bytes: Uint8Array): string {
  try {
    examine(bytes);
  } catch (error) {
    if (error instanceof Invalid) return error.fields["picture"] ?? "";
    throw error;
  }
  return "";
}

const text = (content: string) => new TextEncoder().encode(content);

Deno.test("a picture's kind and size come from its bytes", () => {
  const { type, width, height, bytes } = examine(png(640, 480));
  assert.deepEqual([type, width, height, bytes], ["image/png", 640, 480, 64]);
});

Deno.test("what is no picture is refused, whatever it claims to be", () => {
  for (
    const claim of [
      "<svg xmlns='http://www.w3.org/2000/svg'/>",
      "GIF89a",
      "<html>",
      "",
    ]
  ) {
    assert.match(refusal(text(claim)), /JPEG, PNG, WebP or AVIF/, claim);
  }
});

Deno.test("a damaged, a monstrous and a heavy picture are refused", () => {
  assert.match(refusal(png().slice(0, 12)), /damaged/);
  assert.match(refusal(png(20_000, 10)), /pixels/);
  const heavy = new Uint8Array(5 * 1024 * 1024 + 1);
  heavy.set(png());
  assert.match(refusal(heavy), /larger than 5 MB/);
});

Deno.test("a picture comes back as it was sent, and needs words", async () => {
  await withBlog(async ({ articles: { pictures } }) => {
    await assert.rejects(pictures.upload({ bytes: png(), alt: " " }), Invalid);
    const { id, alt } = await pictures.upload({ bytes: png(), alt: "A dot" });
    assert.equal(alt, "A dot");
    assert.deepEqual(await pictures.read(id), png());
  });
});

Deno.test("a picture goes with its article, or when another one takes its place", async () => {
  await withBlog(async ({ articles }) => {
    const picture = { bytes: png(), alt: "A dot" };
    const { id, pictureId: first = "" } = await articles.create(
      typed("Post"),
      { author: AUTHOR, picture },
    );
    const { pictureId: second = "" } = await articles.update(
      id,
      typed("Post"),
      { picture },
    );
    assert.equal(await articles.pictures.find(first), undefined);
    await articles.update(id, typed("Post"), { picture: { alt: "Two dots" } });
    assert.equal((await articles.pictures.find(second))?.alt, "Two dots");
    await articles.remove(id);
    await assert.rejects(articles.pictures.read(second));
  });
});
