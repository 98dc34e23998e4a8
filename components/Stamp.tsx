const RING = "M13.500 64a38.500 38.500 0 1 1 77 0 38.500 38.500 0 1 1-77 0";
const WAVES =
  "M107 40q9-8 18 0t18 0 18 0 18 0 18 0 18 0M109 56q9-8 18 0t18 0 18 0 18 0 18 0 18 0" +
  "M109 72q9-8 18 0t18 0 18 0 18 0 18 0 18 0M107 88q9-8 18 0t18 0 18 0 18 0 18 0 18 0";

/** A postage stamp under its postmark: the ring's words in capitals, the date within. */
export function Stamp({ place, date }: { place: string; date: string }) {
  return (
    <svg
      class="order-1 h-auto w-[232px] justify-self-end lg:order-none lg:w-[264px]"
      viewBox="0 0 240 128"
      fill="none"
      aria-hidden="true"
    >
      <Perforated />
      <g class="stroke-ink" stroke-width="1.25" opacity="0.8">
        <circle cx="52" cy="64" r="49" />
        <circle cx="52" cy="64" r="30" />
        <path d={WAVES} />
        <path id="postmark-ring" d={RING} stroke="none" />
      </g>
      <g class="fill-ink font-sans font-medium" opacity="0.8">
        <text class="text-[10.5px]">
          <textPath
            href="#postmark-ring"
            textLength="230"
            lengthAdjust="spacing"
          >
            {place}
          </textPath>
        </text>
        <text class="text-[10.5px]" text-anchor="middle" x="52" y="67.5">
          {date}
        </text>
      </g>
    </svg>
  );
}

/** The stamp itself: a letter on its way over a hill; its holes are cut out of the edge. */
function Perforated() {
  return (
    <g>
      <rect
        x="136"
        y="2"
        width="100"
        height="124"
        class="fill-rule"
      />
      <rect
        x="136"
        y="2"
        width="100"
        height="124"
        class="stroke-sheet"
        stroke-width="6"
        stroke-linecap="round"
        stroke-dasharray="0 10"
      />
      <rect x="145" y="11" width="82" height="106" class="fill-mark" />
      <path
        d="M145 92q22-24 42-10t40-14v49h-82z"
        class="fill-paper"
        opacity="0.22"
      />
      <path
        d="M145 104q26-18 46-6t36-8v27h-82z"
        class="fill-paper"
        opacity="0.3"
      />
      <path
        d="m164 58 46-24-13 42-12-14zM185 62l25-28"
        class="fill-mark stroke-paper"
        stroke-width="1.75"
        stroke-linejoin="round"
      />
      <path
        d="M180 68q-10 4-16 14"
        class="stroke-paper"
        stroke-width="1.500"
        stroke-linecap="round"
        stroke-dasharray="1 5"
      />
    </g>
  );
}
