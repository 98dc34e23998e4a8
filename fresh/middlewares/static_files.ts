import { contentType } from "mime-types";
import { BUILD_QUERY } from "../assets.ts";
import { internalsOf } from "../context.ts";
import type { Middleware } from "../page.ts";
import type { BuiltFile } from "../snapshot.ts";

const A_YEAR = "public, max-age=31536000, immutable";

/** Serves the static folder and the islands' scripts: only files the build listed. */
export function staticFiles<State>(): Middleware<State> {
  return async (ctx) => {
    const { snapshot } = internalsOf(ctx);
    const path = decoded(ctx.url.pathname);
    const file = snapshot?.files.get(path);
    if (snapshot === undefined || file === undefined || !isRead(ctx.req)) {
      return await ctx.next();
    }

    const stamped = ctx.url.searchParams.get(BUILD_QUERY) === snapshot.buildId;
    const etag = `W/"${file.hash}"`;
    const headers = new Headers({
      etag,
      "cache-control": file.immutable || stamped ? A_YEAR : "no-cache",
    });
    if (isKnown(ctx.req, etag)) {
      return new Response(null, { status: 304, headers });
    }
    return await send(file, { path, headers, buildId: snapshot.buildId });
  };
}

async function send(
  file: BuiltFile,
  { path, headers, buildId }: {
    path: string;
    headers: Headers;
    buildId: string;
  },
): Promise<Response> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const read = await file.read();
  const body = name.endsWith(".css") ? stampedUrls(read, buildId) : read;
  headers.set("content-type", contentType(name) || "application/octet-stream");
  headers.set("content-length", String(body.length));
  return new Response(body, { headers });
}

/** The addresses in a stylesheet with the build's id, where they begin at the root. */
function stampedUrls(
  css: Uint8Array<ArrayBuffer>,
  buildId: string,
): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(css);
  return new TextEncoder().encode(
    text.replaceAll(
      /url\((["']?)(\/[^"')?]+)\1\)/g,
      `url($1$2?${BUILD_QUERY}=${buildId}$1)`,
    ),
  );
}

function isRead({ method }: Request): boolean {
  return method === "GET" || method === "HEAD";
}

function isKnown({ headers }: Request, etag: string): boolean {
  const known = headers.get("if-none-match");
  if (known === null) return false;
  return known === "*" ||
    known.split(",").some((tag) => weak(tag.trim()) === etag);
}

function weak(tag: string): string {
  return tag.startsWith("W/") ? tag : `W/${tag}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
