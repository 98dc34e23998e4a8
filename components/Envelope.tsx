import type { ComponentChildren } from "preact";

/** An envelope on the home page. */
export interface EnvelopeProps {
  /** Written where the address goes. */
  children: ComponentChildren;
  /** The ring of the postmark: place and date, in capitals. */
  postmark?: { place: string; date: string };
}

/** A letter with the airmail edge, stamped and cancelled. */
export function Envelope({ children, postmark }: EnvelopeProps) {
  return (
    <div class="airmail-ground rounded border p-2 sm:p-2.5">
      <div class="relative rounded bg-sheet px-6 py-8 sm:px-12 sm:py-12 [overflow:clip]">
        {postmark && <Cancellation {...postmark} />}
        <div class="relative">{children}</div>
      </div>
    </div>
  );
}

function Cancellation({ place, date }: { place: string; date: string }) {
  return (
    <svg
      class="mb-6 block h-[104px] w-[208px] text-mark sm:absolute sm:right-8 sm:top-7 sm:mb-0"
      viewBox="0 0 208 104"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      aria-hidden="true"
    >
      <circle cx="52" cy="52" r="49" />
      <circle cx="52" cy="52" r="32" stroke-width="1" />
      <defs>
        <path
          id="postmark-ring"
          d="M12.500 52a39.500 39.500 0 1 1 79 0 39.500 39.500 0 1 1-79 0"
        />
      </defs>
      <text
        class="fill-current text-[11px] font-medium tracking-[0.18em]"
        stroke="none"
      >
        <textPath href="#postmark-ring" startOffset="2%">{place}</textPath>
      </text>
      <text
        class="fill-current text-[13px] font-medium tabular-nums"
        stroke="none"
        text-anchor="middle"
        x="52"
        y="56"
      >
        {date}
      </text>
      <path d="M104 28q8-7 16 0t16 0 16 0 16 0 16 0 16 0M107 44q8-7 16 0t16 0 16 0 16 0 16 0 13 0M107 60q8-7 16 0t16 0 16 0 16 0 16 0 13 0M104 76q8-7 16 0t16 0 16 0 16 0 16 0 16 0" />
    </svg>
  );
}
