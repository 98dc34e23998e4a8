import { type Signal, signal } from "@preact/signals";
import { parse } from "devalue";
import { type ComponentType, type ContainerNode, hydrate } from "preact";
import { jsx } from "preact/jsx-runtime";
import { setBuildId } from "../assets.ts";
import { endOf, slot, type WokenIsland } from "./slots.ts";

interface IslandData {
  module: string;
  name: string;
  props: Record<string, unknown>;
}

const revivers = {
  Signal: ([value]: [unknown]): Signal => signal(value),
  Slot: ([id]: [number]) => slot(id, () => islands),
};

let islands: WokenIsland[] = [];

/** Hydrates every island of the page that no other island holds. */
async function boot(data: string): Promise<void> {
  const page: { build: string; islands: IslandData[] } = parse(data, revivers);
  setBuildId(page.build);
  islands = await Promise.all(page.islands.map(load));
  for (const [start, id] of topIslands()) {
    const island = islands[id];
    if (island !== undefined) {
      hydrate(jsx(island.component, island.props), rangeAfter(start));
    }
  }
}

async function load({ module, name, props }: IslandData): Promise<WokenIsland> {
  const { island }: {
    island: Record<string, ComponentType<Record<string, unknown>>>;
  } = await import(module);
  const component = island[name];
  if (component === undefined) {
    throw new TypeError(`Island ${name} is missing in ${module}`);
  }
  return { component, props };
}

function topIslands(): [Comment, number][] {
  const found: [Comment, number][] = [];
  const walker = document.createTreeWalker(
    document.body,
    NodeFilter.SHOW_COMMENT,
  );
  let depth = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node as Comment).data;
    if (text === "/island") depth--;
    else if (text.startsWith("island ") && depth++ === 0) {
      found.push([node as Comment, Number(text.slice(7))]);
    }
  }
  return found;
}

/** A stand-in for the parent that preact renders into: it has only the island's nodes. */
function rangeAfter(start: Comment): ContainerNode {
  const parent = start.parentNode as Element;
  const end = endOf(start);
  const childNodes: Node[] = [];
  for (
    let node = start.nextSibling;
    node !== null && node !== end;
    node = node.nextSibling
  ) {
    childNodes.push(node);
  }
  return {
    nodeType: 1,
    parentNode: parent,
    firstChild: childNodes[0] ?? null,
    childNodes,
    namespaceURI: parent.namespaceURI,
    insertBefore: (node: Node, child: Node | null) =>
      parent.insertBefore(node, child ?? end),
    appendChild: (node: Node) => parent.insertBefore(node, end),
    removeChild: (node: Node) => parent.removeChild(node),
    contains: (node: Node) => parent.contains(node),
  } as unknown as ContainerNode;
}

const data = document.getElementById("fresh-islands")?.textContent;
if (data) void boot(data);
