import type { ComponentChildren } from "preact";
import { cx } from "./cx.ts";

type Tone = "faded" | "mark" | "sent" | "held" | "lost";

const STATES = {
  // mailings
  draft: ["faded", "ring"],
  scheduled: ["mark", "ring"],
  running: ["mark", "dot"],
  paused: ["held", "dot"],
  completed: ["sent", "dot"],
  cancelled: ["faded", "dot"],
  "switched off": ["lost", "dot"],
  // runs
  planning: ["mark", "ring"],
  sending: ["mark", "dot"],
  finished: ["sent", "dot"],
  // outcomes
  delivered: ["sent", "dot"],
  deferred: ["held", "dot"],
  refused: ["lost", "dot"],
  waiting: ["faded", "ring"],
  skipped: ["faded", "dot"],
  expired: ["lost", "ring"],
  unknown: ["held", "ring"],
  claimed: ["mark", "dot"],
  // people
  active: ["sent", "dot"],
  unconfirmed: ["held", "ring"],
  blocked: ["lost", "dot"],
  unsubscribed: ["faded", "dot"],
  // articles, services
  published: ["sent", "dot"],
  working: ["sent", "dot"],
  unavailable: ["lost", "dot"],
} as const satisfies Record<string, readonly [Tone, "dot" | "ring"]>;

/** Every state that has a dot and a word. */
export type State = keyof typeof STATES;

const TEXTS: Record<Tone, string> = {
  faded: cx("text-faded"),
  mark: cx("text-mark"),
  sent: cx("text-sent"),
  held: cx("text-held"),
  lost: cx("text-lost"),
};

/** A dot of the state's colour; a ring where it is still to come. */
export function Dot({ state }: { state: State }) {
  const [tone, shape] = STATES[state];
  return (
    <svg
      class={cx("h-2 w-2 shrink-0", TEXTS[tone])}
      viewBox="0 0 8 8"
      aria-hidden="true"
    >
      {shape === "dot"
        ? <circle cx="4" cy="4" r="4" fill="currentColor" />
        : (
          <circle
            cx="4"
            cy="4"
            r="3.25"
            fill="none"
            stroke="currentColor"
            stroke-width="1.5"
          />
        )}
    </svg>
  );
}

/** A state as dot and word; the word is given. */
export function StateWord(
  { state, children }: { state: State; children: ComponentChildren },
) {
  return (
    <span
      class={cx(
        "inline-flex items-center gap-2 whitespace-nowrap align-top",
        TEXTS[STATES[state][0]],
      )}
    >
      <Dot state={state} />
      {children}
    </span>
  );
}
