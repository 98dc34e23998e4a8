import type { ComponentChildren } from "preact";
import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icons.ts";
import { Time, type TimeProps } from "./Time.tsx";

/** What a notice says. */
export interface NoticeProps {
  /** The id of its heading. */
  id: string;
  icon: IconName;
  title: string;
  /** Since when it is so. */
  since?: Pick<TimeProps, "at" | "now">;
  /** More room between what is told. */
  roomy?: boolean;
  children: ComponentChildren;
}

/** Tells on a page that something does not go on by itself. */
export function Notice(
  { id, icon, title, since, roomy = false, children }: NoticeProps,
) {
  return (
    <section
      aria-labelledby={id}
      class="mb-6 flex gap-3 rounded border border-lost bg-sheet px-4 py-3"
    >
      <Icon name={icon} class="mt-0.5 text-lost" />
      <div
        class={cx("flex min-w-0 flex-1 flex-col", roomy ? "gap-2" : "gap-1")}
      >
        <h2 id={id} class="font-medium text-lost">
          {title}
          {since && (
            <>
              {" "}
              <span class="font-normal text-faded">
                <Time {...since} />
              </span>
            </>
          )}
        </h2>
        {children}
      </div>
    </section>
  );
}
