import type { ComponentChildren } from "preact";
import { cx } from "./cx.ts";
import { numberFormat } from "./formats.ts";
import { useReader } from "./reader.ts";

/** What a bar stands for; each has a colour of its own. */
export type BarTone = "sent" | "held" | "lost" | "faded";

/** A part of a whole. */
export interface SharePart {
  /** Tells it from the others. */
  id: string;
  label: ComponentChildren;
  count: number;
  tone: BarTone;
  /** Leads to those who are counted. */
  href?: string | undefined;
  /** Those who are counted are shown. */
  current?: boolean;
}

/** Parts and their whole. */
export interface ShareBarsProps {
  label: string;
  parts: readonly SharePart[];
  whole: number;
}

const FILLS: Record<BarTone, string> = {
  sent: cx("fill-sent"),
  held: cx("fill-held"),
  lost: cx("fill-lost"),
  faded: cx("fill-edge"),
};

/** Parts of a whole under each other: name, bar, number and share. */
export function ShareBars({ label, parts, whole }: ShareBarsProps) {
  return (
    <ul aria-label={label} class="flex flex-col gap-4">
      {parts.map((part) => <Part key={part.id} {...part} whole={whole} />)}
    </ul>
  );
}

function Part(
  { label, count, tone, href, current, whole }: SharePart & { whole: number },
) {
  const { locale } = useReader();
  const share = whole > 0 ? count / whole : 0;
  const percent = numberFormat(locale, {
    style: "percent",
    maximumFractionDigits: 1,
  });
  return (
    <li class="flex flex-col gap-1.5">
      <div class="flex items-baseline justify-between gap-4">
        <span class={cx("min-w-0", current && "font-medium")}>
          {href
            ? (
              <a
                href={href}
                aria-current={current ? "true" : "false"}
                class="text-mark underline-offset-4 hover:underline"
              >
                {label}
              </a>
            )
            : label}
        </span>
        <span class="flex shrink-0 gap-3 tabular-nums">
          <span class="font-medium">
            {numberFormat(locale).format(count)}
          </span>
          <span class="min-w-[56px] text-right text-faded">
            {percent.format(share)}
          </span>
        </span>
      </div>
      <svg aria-hidden="true" class="block h-1.5 w-full">
        <rect width="100%" height="100%" rx="3" class="fill-rule" />
        {count > 0 && (
          <rect
            width={`${Math.max(0.6, share * 100).toFixed(2)}%`}
            height="100%"
            rx="3"
            class={FILLS[tone]}
          />
        )}
      </svg>
    </li>
  );
}
