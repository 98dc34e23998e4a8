import { type Signal, signal } from "@preact/signals";
import { parse } from "devalue";
import { type ComponentType, type ContainerNode, hydrate } from "preact";
import { jsx } from "preact/jsx-runtime";
import { setBuildId } from "../assets.ts";

interface IslandData {
  module: string;
  name: string;
  props: Record<string, unknown>;
}

const revivers = { Signal: ([value]: [unknown]): Signal => signal(value) };

/** Hydrates every island of the page. */
async function boot(data: string): Promise<void> {
  const page: { build: string; islands: IslandData[] } = parse(data, revivers);
  setBuildId(page.build);
  const components = await Promise.all(page.islands.map(load));
  const starts = islandStarts();
  for (const [id, { props }] of page.islands.entries()) {
    const component = components[id];
    const start = starts.get(id);
    if (component && start) hydrate(jsx(component, props), rangeAfter(start));
  }
}

async function load(
  { module, name }: IslandData,
): Promise<ComponentType<Record<string, unknown>>> {
  const { island }: {
    island: Record<string, ComponentType<Record<string, unknown>>>;
  } = await import(module);
  const component = island[name];
  if (component === undefined) {
    throw new TypeError(`Island ${name} is missing in ${module}`);
  }
  return component;
}

/** The comments that open the islands, by the islands' numbers. */
function islandStarts(): Map<number, Comment> {
  const starts = new Map<number, Comment>();
  const walker = document.createTreeWalker(
    document.body,
    NodeFilter.SHOW_COMMENT,
  );
  while (walker.nextNode()) {
    const comment = walker.currentNode as Comment;
    const [, id] = /^island (\d+)$/.exec(comment.data) ?? [];
    if (id !== undefined) starts.set(Number(id), comment);
  }
  return starts;
}

/** A stand-in for the parent that preact renders into: it has only the island's nodes. */
function rangeAfter(start: Comment): ContainerNode {
  const parent = start.parentNode as Element;
  const childNodes: Node[] = [];
  let end = start.nextSibling;
  for (; end !== null && !isEnd(end); end = end.nextSibling) {
    childNodes.push(end);
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

function isEnd(node: Node): boolean {
  return node instanceof Comment && node.data === "/island";
}

const data = document.getElementById("fresh-islands")?.textContent;
if (data) void boot(data);
