import type { ComponentChildren } from "preact";

function Drawing({ children }: { children: ComponentChildren }) {
  return (
    <svg
      class="h-24 w-36 text-faded"
      viewBox="0 0 144 96"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** A letter not yet sent. */
export function EnvelopeDrawing() {
  return (
    <Drawing>
      <path d="M30 24h84v52H30zM30 24l42 30 42-30" />
      <path d="M30 76l30-30M114 76 84 46" />
      <path d="M8 84h128" class="stroke-rule" />
      <circle cx="104" cy="20" r="11" class="fill-paper stroke-mark" />
      <path
        d="M118 16q3-3 6 0t6 0 6 0M119 23q3-3 6 0t6 0 6 0"
        class="stroke-mark"
      />
    </Drawing>
  );
}

/** People who wait for post. */
export function PeopleDrawing() {
  return (
    <Drawing>
      <circle cx="72" cy="34" r="13" />
      <path d="M48 82c0-15 10-24 24-24s24 9 24 24" />
      <circle cx="36" cy="44" r="9" />
      <path d="M18 82c0-11 7-18 18-18 4 0 8 1 11 3" />
      <circle cx="108" cy="44" r="9" />
      <path d="M126 82c0-11-7-18-18-18-4 0-8 1-11 3" />
      <path d="M8 82h128" class="stroke-rule" />
      <path d="m66 34 4 4 8-8" class="stroke-mark" />
    </Drawing>
  );
}

/** A month with one day marked. */
export function CalendarDrawing() {
  return (
    <Drawing>
      <rect x="34" y="20" width="76" height="62" rx="4" />
      <path d="M34 36h76M52 12v14M92 12v14" />
      <path d="M46 50h6M62 50h6M92 50h6M46 66h6M62 66h6M77 66h6" />
      <circle cx="80" cy="50" r="8" class="stroke-mark" />
      <path d="m76.500 50 2.500 2.500 4.500-4.500" class="stroke-mark" />
      <path d="M8 82h26M110 82h26" class="stroke-rule" />
    </Drawing>
  );
}

/** A letter box with its flag down. */
export function MailboxDrawing() {
  return (
    <Drawing>
      <path d="M40 56V38a16 16 0 0 1 32 0v18zM56 22h36a16 16 0 0 1 16 16v18H72" />
      <path d="M49 42h14M70 56v28M80 56v28" />
      <path d="M90 40h22v-8" class="stroke-mark" />
      <circle cx="90" cy="40" r="2" class="stroke-mark" />
      <path d="M8 84h128" class="stroke-rule" />
    </Drawing>
  );
}
