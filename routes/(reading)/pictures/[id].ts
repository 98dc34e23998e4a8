import { NotFound } from "../../../core/errors.ts";
import { define } from "../../../web/define.ts";

/**
 * A picture of an article. Its bytes never change, so whoever has them need not ask again; one
 * that no published article shows is there for those alone who write them.
 */
export const handler = define.handlers({
  async GET({ params, req, state: { core: { articles }, permissions } }) {
    const picture = await articles.pictures.find(params["id"] ?? "");
    const isPublic = picture && await articles.reading.shows(picture.id);
    if (!picture || !(isPublic || permissions.has("articles.manage"))) {
      throw new NotFound("There is no such picture.");
    }
    const headers = {
      "cache-control": isPublic
        ? "public, max-age=31536000, immutable"
        : "private, no-store",
      etag: `"${picture.id}"`,
      "content-type": picture.type,
      // Whatever the bytes are taken for, they can load and do nothing.
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
    };
    if (req.headers.get("if-none-match") === headers.etag) {
      return new Response(null, { status: 304, headers });
    }
    const bytes = await articles.pictures.read(picture.id);
    return new Response(bytes, { headers });
  },
});
