import { keyAfter, type KeyRange, overlap } from "./key_range.ts";
import type { Key } from "./keys.ts";
import { formatCursor, type Page, parseCursor, type Position } from "./page.ts";
import { type Source, type Step, strides, walk } from "./walk.ts";

/** Which piece of a list is wanted. */
export interface PageRequest {
  limit: number;
  cursor?: string | undefined;
  /** How many entries to read at once; one more than the limit unless told. */
  batch?: number;
}

/** One page of a list, before or after a cursor, or its first. */
export async function readPage<T>(
  source: Source<T>,
  { limit, cursor, batch = limit + 1 }: PageRequest,
): Promise<Page<T>> {
  if (!(limit >= 1)) throw new RangeError("A page holds at least one item");
  const position = cursor === undefined
    ? undefined
    : positionOf(source, cursor);
  const backwards = position?.side === "before";
  const steps: Step<T>[] = [];
  const reverse = source.reverse !== backwards;
  const range = position
    ? rangeFrom(source.range, position, reverse)
    : source.range;
  for await (const step of walk(source, { range, reverse, batch })) {
    steps.push(step);
    if (steps.length > limit) break;
  }
  const more = steps.length > limit;
  if (more) steps.pop();
  if (backwards) steps.reverse();
  return {
    items: steps.map((step) => step.item),
    ...cursors(source, { steps, position, more }),
  };
}

/** Goes through a whole list, or what comes after a cursor, a batch at a time. */
export function stridesAfter<T>(
  source: Source<T>,
  { after, batch }: { after: string | undefined; batch: number },
): AsyncGenerator<Step<T>[]> {
  const { reverse } = source;
  const position = after === undefined ? undefined : positionOf(source, after);
  const range = position
    ? rangeFrom(source.range, position, reverse)
    : source.range;
  return strides(source, { range, reverse, batch });
}

/** The cursor after the entry of that key. */
export function cursorAfter(source: Source<unknown>, key: Key): string {
  return formatCursor(source, {
    side: "after",
    at: key.slice(source.base.length),
  });
}

function positionOf(source: Source<unknown>, cursor: string): Position {
  const position = parseCursor(source, cursor);
  return { ...position, at: [...source.base, ...position.at] };
}

// What lies beyond the position, in the direction of the walk and inside the list's range.
function rangeFrom(
  range: KeyRange,
  { at, inclusive = false }: Position,
  reverse: boolean,
): KeyRange {
  return reverse
    ? overlap(range, { ...range, end: inclusive ? keyAfter(at) : at })
    : overlap(range, { ...range, start: inclusive ? at : keyAfter(at) });
}

function cursors<T>(
  source: Source<T>,
  { steps, position, more }: {
    steps: Step<T>[];
    position: Position | undefined;
    more: boolean;
  },
): Pick<Page<T>, "next" | "previous"> {
  const first = steps.at(0)?.key, last = steps.at(-1)?.key;
  if (!first || !last) return position ? wayBack(source, position) : {};
  const before = position?.side === "before" ? more : position !== undefined;
  const after = position?.side === "before" ? true : more;
  return {
    ...after && { next: cursorAfter(source, last) },
    ...before &&
      {
        previous: formatCursor(source, {
          side: "before",
          at: first.slice(source.base.length),
        }),
      },
  };
}

// Nothing is left on this side of the position; what is on the other side includes the place itself.
function wayBack(
  source: Source<unknown>,
  { side, at, inclusive }: Position,
): Pick<Page<unknown>, "next" | "previous"> {
  const place = { inclusive: !inclusive, at: at.slice(source.base.length) };
  return side === "after"
    ? { previous: formatCursor(source, { side: "before", ...place }) }
    : { next: formatCursor(source, { side: "after", ...place }) };
}
