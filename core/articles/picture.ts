import { imageSize } from "image-size";
import { z } from "zod";
import { Invalid } from "../errors.ts";
import { singleLine } from "../text.ts";

const MEGABYTE = 1024 * 1024;
const MAX_BYTES = 5 * MEGABYTE;
const MAX_SIDE = 10_000;

/** What a picture shows, for those who do not see it. */
export const AltText = singleLine("what the picture shows", 200);

/** A picture's kind, as a browser is told. */
export const PictureType = z.enum([
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/avif",
]);
export type PictureType = z.infer<typeof PictureType>;

/** A picture that was uploaded; its bytes lie apart. */
export const Picture = z.object({
  id: z.string(),
  type: PictureType,
  /** In pixels, as it is shown. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  bytes: z.number().int().positive(),
  alt: z.string(),
  createdAt: z.date(),
});
export type Picture = z.infer<typeof Picture>;

/** What the bytes of a picture say about it; `Invalid` if they are no picture that we show. */
export function examine(
  bytes: Uint8Array,
): Pick<Picture, "type" | "width" | "height" | "bytes"> {
  if (bytes.length > MAX_BYTES) {
    throw refused("The picture is larger than 5 MB. Make it smaller.");
  }
  const type = typeOf(bytes);
  if (!type) {
    throw refused(
      "This is no picture that we can show. Use JPEG, PNG, WebP or AVIF.",
    );
  }
  return { type, bytes: bytes.length, ...sizeOf(bytes) };
}

/** The kind of a picture by its first bytes, whatever its name says. */
function typeOf(bytes: Uint8Array): PictureType | undefined {
  const begins = (signature: string, at = 0) =>
    [...signature].every((sign, i) => bytes[at + i] === sign.charCodeAt(0));
  if (begins("\xff\xd8\xff")) return "image/jpeg";
  if (begins("\x89PNG\r\n\x1a\n")) return "image/png";
  if (begins("RIFF") && begins("WEBP", 8)) return "image/webp";
  if (begins("ftypavif", 4) || begins("ftypavis", 4)) return "image/avif";
  return undefined;
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } {
  let size;
  try {
    size = imageSize(bytes);
  } catch {
    throw refused("The picture is damaged. Save it anew and choose it again.");
  }
  const { width, height, orientation = 1 } = size;
  if (!(width >= 1 && height >= 1 && Math.max(width, height) <= MAX_SIDE)) {
    throw refused(
      `The picture has to have sides of 1 to ${MAX_SIDE} pixels. Make it smaller.`,
    );
  }
  // From 5 on a camera was held upright, and browsers turn what it took.
  return orientation >= 5
    ? { width: height, height: width }
    : { width, height };
}

function refused(sentence: string): Invalid {
  return new Invalid({ picture: sentence });
}
