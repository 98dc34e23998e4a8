import type { ComponentChildren } from "preact";
import { type Figure, Figures } from "./Figures.tsx";
import { Icon } from "./Icon.tsx";
import type { Show, ShownNumber, ShownProgress } from "./run_progress.ts";
import { StateWord } from "./StateWord.tsx";
import { Stripe } from "./Stripe.tsx";

/** A run's progress, and where its people are listed. */
export interface RunPanelProps {
  progress: ShownProgress;
  /** The run's page. */
  path: string;
  /** The number whose people are listed. */
  shown?: Show | undefined;
  /** The run's name, as a way to its page; its state stands there otherwise. */
  name?: string | undefined;
  /** The names of the panel and of its numbers, for those who listen. */
  words: { progress: string; numbers: string };
  /** A line below: how fresh the numbers are. */
  children?: ComponentChildren;
}

/** The stripe of a run and its numbers, each a way to the people behind it. */
export function RunPanel(
  { progress, path, shown, name, words, children }: RunPanelProps,
) {
  const { state, stateName, sentence, value, max, numbers, heldBack } =
    progress;
  return (
    <section aria-label={words.progress} class="flex flex-col gap-4">
      <div class="flex flex-col gap-2">
        <div class="flex flex-wrap items-baseline justify-between gap-x-4">
          {name
            ? (
              <a
                href={path}
                class="text-17 font-semibold text-mark underline-offset-4 hover:underline"
              >
                {name}
              </a>
            )
            : <StateWord state={state}>{stateName}</StateWord>}
          <span class="tabular-nums text-faded">{sentence}</span>
        </div>
        <Stripe value={value} max={max} label={sentence} />
      </div>
      {heldBack && (
        <p
          role="status"
          class="flex gap-3 rounded border border-lost bg-sheet px-4 py-3"
        >
          <Icon name="triangle-alert" class="mt-0.5 text-lost" />
          <span class="min-w-0 [overflow-wrap:anywhere]">{heldBack}</span>
        </p>
      )}
      <Figures
        label={words.numbers}
        figures={numbers.map((number) => figureOf(number, { path, shown }))}
      />
      {children}
    </section>
  );
}

function figureOf(
  { show, label, value }: ShownNumber,
  { path, shown }: Pick<RunPanelProps, "path" | "shown">,
): Figure {
  const figure = { label, value, current: shown === show };
  return show === "all"
    ? { ...figure, href: `${path}#people` }
    : { ...figure, href: `${path}?show=${show}#people`, state: show };
}
