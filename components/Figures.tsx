import { cx } from "./cx.ts";
import { Dot, type State } from "./StateWord.tsx";

/** A number worth knowing. */
export interface Figure {
  label: string;
  /** Already written in the reader's locale. */
  value: string;
  /** Makes the number a filter or a way. */
  href?: string;
  /** The filter that is on. */
  current?: boolean;
  state?: State;
  /** An id for scripts that keep the number true. */
  id?: string;
}

/** A row of numbers, each over its name. */
export function Figures(
  { figures, label }: { figures: readonly Figure[]; label: string },
) {
  return (
    <ul
      aria-label={label}
      class="grid grid-cols-2 gap-px rounded border bg-rule [overflow:clip] sm:grid-cols-[repeat(auto-fit,minmax(140px,1fr))] [&>li:last-child:nth-child(odd)]:col-span-2 sm:[&>li:last-child:nth-child(odd)]:col-span-1"
    >
      {figures.map((figure) => (
        <li key={figure.label} class="bg-sheet">
          {figure.href
            ? (
              <a
                href={figure.href}
                aria-current={figure.current ? "true" : "false"}
                class={cx(
                  BOX,
                  "hover:bg-wash focus-visible:[outline-offset:-2px]",
                  figure.current && "[box-shadow:inset_0_-2px_var(--mark)]",
                )}
              >
                <FigureText {...figure} />
              </a>
            )
            : (
              <div class={BOX}>
                <FigureText {...figure} />
              </div>
            )}
        </li>
      ))}
    </ul>
  );
}

const BOX = cx("flex h-full flex-col px-5 py-4");

function FigureText({ label, value, state, id }: Figure) {
  return (
    <>
      <span id={id} class="text-27 font-medium tabular-nums tracking-tight">
        {value}
      </span>
      <span class="flex items-center gap-2 text-13 text-faded">
        {state && <Dot state={state} />}
        {label}
      </span>
    </>
  );
}
