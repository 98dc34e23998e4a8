import { cx } from "./cx.ts";
import { type IconName, ICONS } from "./icons.ts";

/** What an icon takes; with a `label` it speaks for itself, without one a word stands beside it. */
export interface IconProps {
  name: IconName;
  label?: string;
  class?: string;
}

/** A line drawing of 18 pixels, in the colour of the text around it. */
export function Icon({ name, label, class: extra }: IconProps) {
  return (
    <svg
      class={cx("h-[18px] w-[18px] shrink-0", extra)}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : "true"}
      dangerouslySetInnerHTML={{ __html: ICONS[name] }}
    />
  );
}
