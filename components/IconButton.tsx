import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icons.ts";

/** An action in a table row: an icon whose label is also its tooltip. */
export interface IconActionProps {
  icon: IconName;
  /** Names the thing too: "Delete Anna Orlova". */
  label: string;
  destructive?: boolean;
}

/** A row's action that leads to another page. */
export function IconLink(
  { href, ...props }: IconActionProps & { href: string },
) {
  return (
    <a href={href} title={props.label} class={look(props)}>
      <Icon name={props.icon} label={props.label} />
    </a>
  );
}

/** A row's action that changes something: a form of one button. */
export function IconButton(
  { action, ...props }: IconActionProps & { action: string },
) {
  return (
    <form method="post" action={action} class="contents">
      <button type="submit" title={props.label} class={look(props)}>
        <Icon name={props.icon} label={props.label} />
      </button>
    </form>
  );
}

function look({ destructive }: IconActionProps): string {
  return cx(
    "inline-flex h-8 w-8 items-center justify-center rounded text-faded hover:bg-rule",
    destructive ? "hover:text-lost" : "hover:text-ink",
  );
}
