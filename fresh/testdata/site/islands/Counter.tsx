import type { Signal } from "@preact/signals";

/** Counts up in a signal that it shares with others. */
export function Counter({ count }: { count: Signal<number> }) {
  return (
    <button type="button" onClick={() => count.value++}>
      Count {count}
    </button>
  );
}

/** Shows a count that others change. */
export function Total({ count }: { count: Signal<number> }) {
  return <output>{count.value * 10}</output>;
}
