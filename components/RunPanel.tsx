import type { ComponentChildren } from "preact";
import { type Figure, Figures } from "./Figures.tsx";
import type { RunProgress } from "./run_progress.ts";
import { Status } from "./Status.tsx";
import { Stripe } from "./Stripe.tsx";

/** A run's progress, and where its people are listed. */
export interface RunPanelProps {
  progress: RunProgress;
  /** The run's page. */
  path: string;
  /** The number whose people are listed. */
  shown?: string | undefined;
  /** The run's name, as a way to its page; its state stands there otherwise. */
  name?: string | undefined;
  /** A line below: how fresh the numbers are. */
  children?: ComponentChildren;
}

/** The stripe of a run and its numbers, each a way to the people behind it. */
export function RunPanel(
  { progress, path, shown, name, children }: RunPanelProps,
) {
  const { state, recipients, waiting } = progress;
  const handled = recipients - waiting;
  const words = state === "planning"
    ? `${format(recipients)} recipients gathered so far`
    : `${format(handled)} of ${format(recipients)} handled`;
  return (
    <section aria-label="Progress" class="flex flex-col gap-4">
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
            : <Status state={state} />}
          <span class="tabular-nums text-faded">{words}</span>
        </div>
        <Stripe value={handled} max={recipients} label={words} />
      </div>
      <Figures
        label="Numbers of people"
        figures={figuresOf(progress, { path, shown })}
      />
      {children}
    </section>
  );
}

function figuresOf(
  progress: RunProgress,
  { path, shown }: Pick<RunPanelProps, "path" | "shown">,
): Figure[] {
  const outcome = (
    label: string,
    state: "delivered" | "waiting" | "refused" | "expired" | "skipped",
  ): Figure => ({
    label,
    state,
    value: format(progress[state]),
    href: `${path}?show=${state}#people`,
    current: shown === state,
  });
  return [
    {
      label: "Recipients",
      value: format(progress.recipients),
      href: `${path}#people`,
      current: shown === "all",
    },
    outcome("Delivered", "delivered"),
    outcome(progress.state === "cancelled" ? "Not sent" : "Waiting", "waiting"),
    outcome("Refused", "refused"),
    ...(progress.expired > 0 ? [outcome("Given up", "expired")] : []),
    outcome("Skipped", "skipped"),
  ];
}

function format(value: number): string {
  return value.toLocaleString("en");
}
