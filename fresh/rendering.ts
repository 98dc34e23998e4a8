import {
  type ComponentChildren,
  Fragment,
  h,
  options,
  type VNode,
} from "preact";
import { Head } from "./runtime.ts";
import type { Island, Snapshot } from "./snapshot.ts";

type AnyVNode = VNode<Record<string, unknown>>;

/** An island met while rendering, with the props it needs in the browser. */
interface MetIsland {
  island: Island;
  props: Record<string, unknown>;
}

/** The island that is being rendered. */
interface OpenIsland {
  vnode: AnyVNode;
  /** Gives the vnode back as it was: the app may hold on to it and render it again. */
  restore(): void;
}

/** What one page collects while it is rendered. */
export class Rendering {
  readonly head: ComponentChildren[] = [];
  readonly islands: MetIsland[] = [];
  readonly #snapshot: Snapshot | undefined;
  readonly #nonce: string;
  readonly #path: string;
  #open: OpenIsland | undefined;

  constructor({ snapshot, nonce, path }: {
    snapshot: Snapshot | undefined;
    nonce: string;
    path: string;
  }) {
    this.#snapshot = snapshot;
    this.#nonce = nonce;
    this.#path = path;
  }

  /** Runs a synchronous render that reports its vnodes here. */
  run(render: () => string): string {
    const outer = current;
    current = this;
    try {
      return render();
    } finally {
      current = outer;
      this.#open?.restore();
    }
  }

  /** Looks at a vnode before it is rendered, and changes it where the page needs it. */
  visit(vnode: AnyVNode): void {
    const { type } = vnode;
    if (type === "script" || type === "style") this.#stamp(vnode);
    else if (type === "a") this.#place(vnode);
    // Most of a page is plain elements: they are let through at once.
    if (typeof type === "string") return;
    if (type === Head) this.#takeHead(vnode);
    // An island inside an island is just a component.
    else if (this.#open === undefined) this.#mark(vnode);
  }

  /** Leaves the island that has been rendered. */
  leave(vnode: AnyVNode): void {
    if (this.#open?.vnode !== vnode) return;
    this.#open.restore();
    this.#open = undefined;
  }

  #takeHead(vnode: AnyVNode): void {
    // Head's own type says that its children are what preact can render.
    this.head.push(vnode.props["children"] as ComponentChildren);
  }

  #stamp(vnode: AnyVNode): void {
    vnode.props = { ...vnode.props, nonce: this.#nonce };
  }

  /** Says of a link whether it is the page or leads up to it, unless the app did. */
  #place(vnode: AnyVNode): void {
    const { props } = vnode;
    const { href } = props;
    if (typeof href !== "string" || "aria-current" in props) return;
    const [to = ""] = href.split(/[?#]/, 1);
    const isAbove = to.startsWith("/") &&
      this.#path.startsWith(to.endsWith("/") ? to : `${to}/`);
    if (to !== this.#path && !isAbove) return;
    const current = to === this.#path ? "page" : "true";
    vnode.props = { ...props, "aria-current": current };
  }

  #mark(vnode: AnyVNode): void {
    const { type, props } = vnode;
    const island = this.#snapshot?.islands.get(type);
    if (island === undefined) return;
    const id = this.islands.push({ island, props }) - 1;
    vnode.type = Fragment;
    vnode.props = {
      children: [comment(`island ${id}`), h(type, props), comment("/island")],
    };
    const restore = () => Object.assign(vnode, { type, props });
    this.#open = { vnode, restore };
  }
}

function comment(text: string): ComponentChildren {
  return h<{ UNSTABLE_comment: string }>(Fragment, { UNSTABLE_comment: text });
}

let current: Rendering | undefined;

// Preact calls `__b` before a vnode is rendered; its name is kept stable for add-ons.
const hooks: typeof options & { __b?: (vnode: AnyVNode) => void } = options;
const { __b: before, diffed: after } = hooks;
hooks.__b = (vnode) => {
  current?.visit(vnode);
  before?.(vnode);
};
hooks.diffed = (vnode) => {
  after?.(vnode);
  current?.leave(vnode as AnyVNode);
};
