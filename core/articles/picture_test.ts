import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import sharp from "sharp";
import { Invalid } from "../errors.ts";
import { pictureFile } from "./picture_file.ts";
import { AUTHOR, png, typed, withBlog } from "./test_articles.ts";

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await pictureFile(bytes);
  } catch (error) {
    if (error instanceof Invalid) return error.fields["picture"] ?? "";
    throw error;
  }
  return "";
}

const text = (content: string) => new TextEncoder().encode(content);

/** What a phone saves that was held upright: turned by its orientation, with the place in it. */
async function photo(): Promise<Buffer> {
  return await sharp({
    create: { width: 60, height: 40, channels: 3, background: "#1d4f91" },
  }).jpeg().withExif({
    IFD0: { Make: "Phone of Ann" },
    IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
  }).withMetadata({ orientation: 6 }).toBuffer();
}

Deno.test("a picture of every kind is served as one that all browsers show", async () => {
  for (const kind of ["jpeg", "png", "webp", "avif"] as const) {
    const bytes = await sharp(Buffer.from(png(64, 48)))[kind]().toBuffer();
    const { type, width, height } = await pictureFile(bytes);
    assert.deepEqual([type, width, height], ["image/webp", 64, 48], kind);
  }
});

Deno.test("where a photo was taken and by what is not passed on, and it stands upright", async () => {
  const before = await sharp(await photo()).metadata();
  assert.match(before.exif?.toString("latin1") ?? "", /Phone of Ann/);
  const { bytes, width, height } = await pictureFile(await photo());
  assert.deepEqual([width, height], [40, 60]);
  const after = await sharp(Buffer.from(bytes)).metadata();
  assert.deepEqual(
    [after.exif, after.xmp, after.iptc, after.orientation],
    [undefined, undefined, undefined, undefined],
  );
  assert.doesNotMatch(Buffer.from(bytes).toString("latin1"), /Phone of Ann/);
});

Deno.test("a picture of the greatest size is served no larger than a page shows it", async () => {
  const { width, height } = await pictureFile(png(10_000, 5_000));
  assert.deepEqual([width, height], [1_600, 800]);
});

Deno.test("what is no picture is refused, whatever it claims to be", async () => {
  for (
    const claim of [
      "<svg xmlns='http://www.w3.org/2000/svg'/>",
      "GIF89a",
      "<html>",
      "",
    ]
  ) {
    assert.match(
      await refusal(text(claim)),
      /JPEG, PNG, WebP or AVIF/,
      claim,
    );
  }
});

Deno.test("a damaged, a monstrous and a heavy picture are refused", async () => {
  assert.match(await refusal(png().slice(0, 12)), /damaged/);
  assert.match(await refusal((await photo()).subarray(0, 300)), /damaged/);
  assert.match(await refusal(png(20_000, 10)), /pixels/);
  const heavy = new Uint8Array(5 * 1024 * 1024 + 1);
  heavy.set(png());
  assert.match(await refusal(heavy), /larger than 5 MB/);
});

Deno.test("a picture needs words", async () => {
  await withBlog(async ({ articles: { pictures } }) => {
    await assert.rejects(pictures.upload({ bytes: png(), alt: " " }), Invalid);
    const { id, alt, bytes } = await pictures
      .upload({ bytes: png(), alt: "A dot" });
    assert.equal(alt, "A dot");
    assert.equal((await pictures.read(id)).length, bytes);
  });
});

Deno.test("readers see a picture as long as a published article shows it", async () => {
  await withBlog(async ({ articles, store, pass }) => {
    const { reading, pictures } = articles;
    const picture = { bytes: png(), alt: "A dot" };
    const { id, pictureId = "" } = await articles.create(
      typed("Post"),
      { author: AUTHOR, picture },
    );
    assert.equal(await reading.shows(pictureId), false, "a draft");
    await articles.publish(id, new Date(store.now().getTime() + 1_000));
    assert.equal(await reading.shows(pictureId), false, "still to come");
    pass(1_000);
    assert.equal(await reading.shows(pictureId), true, "published");
    await articles.unpublish(id);
    assert.equal(await reading.shows(pictureId), false, "taken back");
    const inText = await pictures.upload(picture);
    const body = `![A dot](/pictures/${inText.id})`;
    await articles.create(typed("Other", { body }), {
      author: AUTHOR,
      publishedAt: store.now(),
    });
    assert.equal(await reading.shows(inText.id), true, "in the text");
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
