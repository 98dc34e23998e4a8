import {
  type ComponentChildren,
  Fragment,
  h,
  isValidElement,
  options,
  type VNode,
} from "preact";
import { Signal } from "@preact/signals";
import { Head } from "./runtime.ts";
import type { Island, Snapshot } from "./snapshot.ts";

type AnyVNode = VNode<Record<string, unknown>>;

/** An island met while rendering, with the props it needs in the browser. */
interface MetIsland {
  island: Island;
  props: Record<string, unknown>;
}

/** Server-rendered content handed to an island as a prop. */
export class Slot {
  readonly id: number;
  readonly content: ComponentChildren;
  rendered = false;

  constructor(id: number, content: ComponentChildren) {
    this.id = id;
    this.content = content;
  }
}

interface Range {
  vnode: AnyVNode;
  inIsland: boolean;
  /** Gives the vnode back as it was: the app may hold on to it and render it again. */
  restore(): void;
}

/** What one page collects while it is rendered. */
export class Rendering {
  readonly head: ComponentChildren[] = [];
  readonly islands: MetIsland[] = [];
  readonly slots: Slot[] = [];
  readonly #snapshot: Snapshot | undefined;
  readonly #nonce: string | undefined;
  readonly #ranges: Range[] = [];

  constructor(snapshot: Snapshot | undefined, nonce: string | undefined) {
    this.#snapshot = snapshot;
    this.#nonce = nonce;
  }

  /** Runs a synchronous render that reports its vnodes here. */
  run(render: () => string): string {
    const outer = current;
    current = this;
    try {
      return render();
    } finally {
      current = outer;
      for (const range of this.#ranges.splice(0)) range.restore();
    }
  }

  /** Looks at a vnode before it is rendered, and changes it where the page needs it. */
  visit(vnode: AnyVNode): void {
    if (vnode.type === SlotRange) {
      this.#ranges.push({ vnode, inIsland: false, restore: () => {} });
    } else if (vnode.type === Head) this.#takeHead(vnode);
    else if (vnode.type === "script" || vnode.type === "style") {
      this.#stamp(vnode);
    } else if (this.#ranges.at(-1)?.inIsland !== true) this.#mark(vnode);
  }

  /** Leaves the island or slot that has been rendered. */
  leave(vnode: AnyVNode): void {
    if (this.#ranges.at(-1)?.vnode === vnode) this.#ranges.pop()?.restore();
  }

  #takeHead(vnode: AnyVNode): void {
    // Head's own type says that its children are what preact can render.
    this.head.push(vnode.props["children"] as ComponentChildren);
  }

  #stamp(vnode: AnyVNode): void {
    if (this.#nonce === undefined) return;
    vnode.props = { ...vnode.props, nonce: this.#nonce };
  }

  #mark(vnode: AnyVNode): void {
    const { type, props } = vnode;
    const island = this.#snapshot?.islands.get(type);
    if (island === undefined) return;
    const met: MetIsland = { island, props: {} };
    const shown: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(props)) {
      const slot = isContent(value) ? this.#slot(value) : undefined;
      met.props[name] = slot ?? value;
      shown[name] = slot === undefined ? value : h(SlotRange, { slot });
    }
    const id = this.islands.push(met) - 1;
    vnode.type = Fragment;
    vnode.props = {
      children: [comment(`island ${id}`), h(type, shown), comment("/island")],
    };
    const restore = () => Object.assign(vnode, { type, props });
    this.#ranges.push({ vnode, inIsland: true, restore });
  }

  #slot(content: ComponentChildren): Slot {
    const slot = new Slot(this.slots.length, content);
    this.slots.push(slot);
    return slot;
  }
}

function SlotRange({ slot }: { slot: Slot }): ComponentChildren {
  slot.rendered = true;
  return [comment(`slot ${slot.id}`), slot.content, comment("/slot")];
}

/**
 * Whether a prop is markup, which the browser takes from the page instead of from
 * data. A signal passes for a vnode, so that preact can show it, but is data.
 */
function isContent(value: unknown): value is ComponentChildren {
  if (value instanceof Signal) return false;
  return isValidElement(value) ||
    (Array.isArray(value) && value.some(isContent));
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
