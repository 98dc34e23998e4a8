import type { ComponentChildren } from "preact";
import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";

/** What just happened. */
export interface FlashProps {
  kind?: "done" | "notice" | "failed";
  children: ComponentChildren;
  /** Takes it back: where to post, and the button's word. */
  undo?: { action: string; label: string };
}

const KINDS = {
  done: { icon: "check", class: cx("text-sent"), role: "status" },
  notice: { icon: "info", class: cx("text-mark"), role: "status" },
  failed: { icon: "triangle-alert", class: cx("text-lost"), role: "alert" },
} as const;

/** A line that says what just happened, and takes it back where that can be. */
export function Flash({ kind = "done", children, undo }: FlashProps) {
  const { icon, class: tone, role } = KINDS[kind];
  return (
    <div
      role={role}
      class="mb-6 flex items-center gap-3 rounded border bg-sheet px-4 py-2.5"
    >
      <Icon name={icon} class={tone} />
      <p class="min-w-0 flex-1">{children}</p>
      {undo && (
        <form method="post" action={undo.action}>
          <button
            type="submit"
            class="rounded px-2 py-1 font-medium text-mark hover:bg-wash"
          >
            {undo.label}
          </button>
        </form>
      )}
    </div>
  );
}
