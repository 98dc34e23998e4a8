import { Buffer } from "node:buffer";
import type { Sharp, SharpOptions } from "sharp";
import { Limiter } from "../access/limiter.ts";
import { Invalid } from "../errors.ts";
import type { Picture } from "./picture.ts";

const MEGABYTE = 1024 * 1024;
const MAX_BYTES = 5 * MEGABYTE;
/** In pixels, of what is uploaded. */
const MAX_SIDE = 10_000;
/** In pixels, of what readers get: twice the width of an article's column. */
const SERVED_SIDE = 1_600;
const QUALITY = 82;
const MAX_SECONDS = 20;

/** A picture as readers get it. */
export interface PictureFile
  extends Pick<Picture, "type" | "width" | "height"> {
  bytes: Uint8Array<ArrayBuffer>;
}

/** A picture of the greatest size takes some hundred megabytes while it is read. */
const limiter = new Limiter({
  running: 1,
  waiting: 16,
  refusal: "Too many pictures are being read right now. Try again in a minute.",
});

/**
 * Makes a picture ready for readers: upright, no larger than a page shows it, and without
 * what the camera wrote into it, its place above all. `Invalid` says why it can't be had.
 */
export async function pictureFile(bytes: Uint8Array): Promise<PictureFile> {
  if (bytes.length > MAX_BYTES) {
    throw refused("The picture is larger than 5 MB. Make it smaller.");
  }
  if (!isShown(bytes)) {
    throw refused(
      "This is no picture that we can show. Use JPEG, PNG, WebP or AVIF.",
    );
  }
  return await limiter.run(() => convert(bytes));
}

/** Whether the first bytes are those of a kind that we show, whatever its name says. */
function isShown(bytes: Uint8Array): boolean {
  const begins = (signature: string, at = 0) =>
    [...signature].every((sign, i) => bytes[at + i] === sign.charCodeAt(0));
  return begins("\xff\xd8\xff") ||
    begins("\x89PNG\r\n\x1a\n") ||
    (begins("RIFF") && begins("WEBP", 8)) ||
    begins("ftypavif", 4) || begins("ftypavis", 4);
}

async function convert(bytes: Uint8Array): Promise<PictureFile> {
  const picture = await open(bytes);
  try {
    const { width, height } = await picture.metadata();
    if (Math.max(width, height) > MAX_SIDE) throw tooLarge();
    const { data, info } = await picture
      .autoOrient()
      .resize({
        width: SERVED_SIDE,
        height: SERVED_SIDE,
        fit: "inside",
        withoutEnlargement: true,
      })
      .webp({ quality: QUALITY })
      .timeout({ seconds: MAX_SECONDS })
      .toBuffer({ resolveWithObject: true });
    return {
      type: "image/webp",
      width: info.width,
      height: info.height,
      bytes: new Uint8Array(data),
    };
  } catch (error) {
    if (error instanceof Invalid) throw error;
    throw refused("The picture is damaged. Save it anew and choose it again.");
  }
}

/** The library is loaded by the first upload, so that no start waits for it. */
async function open(bytes: Uint8Array): Promise<Sharp> {
  const { default: sharp } = await import("sharp");
  const options: SharpOptions = { limitInputPixels: MAX_SIDE * MAX_SIDE };
  return sharp(Buffer.from(bytes), options);
}

function tooLarge(): Invalid {
  return refused(
    `The picture has to have sides of 1 to ${MAX_SIDE} pixels. Make it smaller.`,
  );
}

function refused(sentence: string): Invalid {
  return new Invalid({ picture: sentence });
}
