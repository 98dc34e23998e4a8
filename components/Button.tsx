import type { ButtonHTMLAttributes, ComponentChildren } from "preact";
import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icons.ts";

/** How much weight a button carries: one primary a page; destructive leads to a loss, final does it. */
export type ButtonKind = "primary" | "quiet" | "destructive" | "final";

interface Common {
  kind?: ButtonKind;
  /** Small buttons stand in table rows and beside text. */
  small?: boolean;
  icon?: IconName;
  children: ComponentChildren;
}

/** A button's own props. */
export interface ButtonProps extends Common {
  type?: "submit" | "button";
  name?: string;
  value?: string;
  form?: string;
  formAction?: string;
  disabled?: boolean;
  onClick?: ButtonHTMLAttributes<HTMLButtonElement>["onClick"];
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export interface ButtonLinkProps extends Common {
  href: string;
  download?: boolean;
}

const KINDS: Record<ButtonKind, string> = {
  primary: cx("border-mark bg-mark text-paper hover:opacity-90"),
  quiet: cx("border-edge bg-sheet text-ink hover:bg-wash"),
  destructive: cx("border-lost bg-sheet text-lost hover:bg-wash"),
  final: cx("border-lost bg-lost text-paper hover:opacity-90"),
};

/** A button that says what will happen. */
export function Button(
  { kind = "primary", small, icon, children, ...rest }: ButtonProps,
) {
  return (
    <button type="submit" {...rest} class={look(kind, small)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link in a button's clothes. */
export function ButtonLink(
  { kind = "primary", small, icon, children, ...rest }: ButtonLinkProps,
) {
  return (
    <a {...rest} class={look(kind, small)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

function look(kind: ButtonKind, small = false): string {
  return cx(
    "inline-flex items-center justify-center gap-2 rounded border font-medium text-center " +
      "no-underline transition disabled:opacity-50 disabled:cursor-not-allowed",
    small
      ? "min-h-[32px] px-3 py-1 text-13"
      : "min-h-[40px] px-4 py-1.5 text-15",
    KINDS[kind],
  );
}
