import type { ComponentChildren } from "preact";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { useWords } from "./words.ts";

/** A search over what the page lists. */
export interface SearchFormProps {
  label: string;
  value?: string | undefined;
  name?: string;
  action?: string;
  submit?: string;
  /** Hidden inputs that keep the page's other filters. */
  children?: ComponentChildren;
}

/** A search field with its button. */
export function SearchForm(props: SearchFormProps) {
  const { label, value, name = "q", action, children } = props;
  const { search } = useWords();
  return (
    <form
      role="search"
      method="get"
      action={action}
      class="flex w-full max-w-[420px] gap-2"
    >
      <label class="relative block min-w-0 flex-1">
        <span class="sr-only">{label}</span>
        <Icon
          name="search"
          class="pointer-events-none absolute left-3 top-[11px] text-faded"
        />
        <input
          type="search"
          name={name}
          value={value}
          placeholder={label}
          class="h-10 w-full rounded border border-edge bg-sheet pl-9 pr-3 placeholder:text-faded"
        />
      </label>
      {children}
      <Button kind="quiet">{props.submit ?? search}</Button>
    </form>
  );
}
