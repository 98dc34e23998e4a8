import { z } from "zod";
import { singleLine } from "../text.ts";

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
