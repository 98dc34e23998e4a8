import type { ComponentChildren, ComponentType, VNode } from "preact";
import { jsx } from "preact/jsx-runtime";

/** An island whose module has been loaded. */
export interface WokenIsland {
  component: ComponentType<Record<string, unknown>>;
  props: Record<string, unknown>;
}

/** Server-rendered content as a vnode: it is read off the page when it is first shown. */
export function slot(id: number, islands: () => WokenIsland[]): VNode {
  let content: ComponentChildren;
  return jsx(() => content ??= read(id, islands()), {});
}

function read(id: number, islands: WokenIsland[]): ComponentChildren {
  const template = document.getElementById(`fresh-slot-${id}`);
  if (template instanceof HTMLTemplateElement) {
    return toVNodes(template.content.firstChild, islands);
  }
  const walker = document.createTreeWalker(
    document.body,
    NodeFilter.SHOW_COMMENT,
  );
  while (walker.nextNode()) {
    const { data, nextSibling } = walker.currentNode as Comment;
    if (data === `slot ${id}`) return toVNodes(nextSibling, islands);
  }
  return null;
}

/** Turns a node and those after it into vnodes, up to the end of their slot. */
function toVNodes(
  first: Node | null,
  islands: WokenIsland[],
): ComponentChildren[] {
  const vnodes: ComponentChildren[] = [];
  for (let node = first; node !== null; node = node.nextSibling) {
    if (node instanceof Comment) {
      if (node.data === "/slot") break;
      const island = islandAt(node, islands);
      if (island === undefined) continue;
      vnodes.push(jsx(island.component, island.props));
      node = endOf(node);
    } else if (node instanceof Element) vnodes.push(toVNode(node, islands));
    else if (node instanceof Text) vnodes.push(node.data);
  }
  return vnodes;
}

function toVNode(element: Element, islands: WokenIsland[]): VNode {
  const props: Record<string, unknown> = {};
  for (const { name, value } of element.attributes) {
    // Preact sets a flag such as "disabled" by its property, which "" would switch off.
    const property: unknown = Reflect.get(element, name);
    props[name] = typeof property === "boolean" ? property : value;
  }
  props["children"] = toVNodes(element.firstChild, islands);
  return jsx(element.localName, props);
}

function islandAt(
  { data }: Comment,
  islands: WokenIsland[],
): WokenIsland | undefined {
  return data.startsWith("island ")
    ? islands[Number(data.slice(7))]
    : undefined;
}

/** The comment that closes an island, past the islands inside it. */
export function endOf(start: Comment): Node {
  let node: Node = start;
  for (let depth = 1; depth > 0 && node.nextSibling !== null;) {
    node = node.nextSibling;
    if (!(node instanceof Comment)) continue;
    if (node.data.startsWith("island ")) depth++;
    else if (node.data === "/island") depth--;
  }
  return node;
}
