import { Signal } from "@preact/signals";
import { stringify } from "devalue";
import {
  type ComponentChildren,
  Fragment,
  type FunctionComponent,
  h,
  type VNode,
} from "preact";
import { renderToString } from "preact-render-to-string";
import { Rendering } from "./rendering.ts";
import type { Snapshot } from "./snapshot.ts";

interface DocumentOptions {
  snapshot: Snapshot | undefined;
  nonce: string;
  /** Where the page is, by which its links are known. */
  path: string;
}

/** Stands in the wrapper for the page, which is rendered already. */
const CONTENT = "page content";

/** An HTML document, with the scripts its islands need and nothing else. */
export class Document {
  readonly #rendering: Rendering;
  readonly #snapshot: Snapshot | undefined;
  #content = "";

  constructor(options: DocumentOptions) {
    this.#rendering = new Rendering(options);
    this.#snapshot = options.snapshot;
  }

  /** Renders the page; what it gives shows the page inside of the wrapper. */
  add(content: ComponentChildren): FunctionComponent {
    this.#content = this.#rendering.run(() => renderAll(content));
    return () => h(Fragment, null, [place()]);
  }

  /** Renders the wrapper around the page, or a plain one. */
  finish(wrapper: ComponentChildren = shell()): string {
    const snapshot = this.#snapshot;
    const rendering = this.#rendering;
    return rendering.run(() => {
      const html = renderAll(wrapper)
        .replace(`<!--${CONTENT}-->`, () => this.#content);
      const tail = snapshot ? islandTail(rendering, snapshot) : "";
      const head = headOf(rendering, snapshot);
      return "<!DOCTYPE html>" + fill(html, { head, tail });
    });
  }
}

function place(): ComponentChildren {
  return h<{ UNSTABLE_comment: string }>(Fragment, {
    UNSTABLE_comment: CONTENT,
  });
}

/** The document around a page that has no app wrapper of its own. */
function shell(): VNode {
  const viewport = {
    name: "viewport",
    content: "width=device-width, initial-scale=1",
  };
  return h("html", null, [
    h("head", null, [h("meta", { charset: "utf-8" }), h("meta", viewport)]),
    h("body", null, place()),
  ]);
}

function renderAll(content: ComponentChildren): string {
  return renderToString(h(Fragment, null, content));
}

function headOf(rendering: Rendering, snapshot: Snapshot | undefined): string {
  const preload = snapshot === undefined ? [] : scriptsOf(rendering, snapshot);
  return renderAll([
    ...rendering.head,
    ...preload.map((href) => h("link", { rel: "modulepreload", href })),
  ]);
}

function scriptsOf(rendering: Rendering, { boot }: Snapshot): string[] {
  if (rendering.islands.length === 0) return [];
  const scripts = new Set([boot.module, ...boot.preload]);
  for (const { island } of rendering.islands) {
    for (const path of [island.module, ...island.preload]) scripts.add(path);
  }
  return [...scripts];
}

/** What the browser needs to wake the islands: their props, and the script. */
function islandTail(rendering: Rendering, snapshot: Snapshot): string {
  if (rendering.islands.length === 0) return "";
  const data = { __html: islandData(rendering, snapshot) };
  return renderAll([
    h("script", {
      type: "application/json",
      id: "fresh-islands",
      dangerouslySetInnerHTML: data,
    }),
    h("script", {
      type: "module",
      dangerouslySetInnerHTML: {
        __html: `import ${JSON.stringify(snapshot.boot.module)};`,
      },
    }),
  ]);
}

/** The islands' props as text; devalue escapes "<", so no string in it can end the script. */
function islandData({ islands }: Rendering, { buildId }: Snapshot): string {
  const data = {
    build: buildId,
    islands: islands.map(({ island: { module, name }, props }) => ({
      module,
      name,
      props,
    })),
  };
  return stringify(data, {
    // What a reducer gives has to be truthy to count.
    Signal: (value) => value instanceof Signal && [value.peek()],
  });
}

/** Puts head and tail into a rendered document; a page's own title takes the wrapper's place. */
function fill(
  html: string,
  { head, tail }: { head: string; tail: string },
): string {
  const headEnd = html.indexOf("</head>");
  let start = headEnd < 0 ? "" : html.slice(0, headEnd);
  const rest = html.slice(start.length);
  if (head.includes("<title")) {
    start = start.replace(/<title[^>]*>[^<]*<\/title>/, "");
  }
  const bodyEnd = rest.lastIndexOf("</body>");
  const at = bodyEnd < 0 ? rest.length : bodyEnd;
  return start + head + rest.slice(0, at) + tail + rest.slice(at);
}
