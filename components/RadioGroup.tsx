import type { ComponentChildren, InputHTMLAttributes } from "preact";
import { cx } from "./cx.ts";
import { FieldNotes, type FieldProps } from "./Field.tsx";

/** One of the things to choose from. */
export interface RadioOption {
  value: string;
  label: ComponentChildren;
  help?: ComponentChildren;
  /** What belongs to this choice alone: shown only while it is chosen. */
  detail?: ComponentChildren;
}

/** A few things of which one is chosen. */
export interface RadioGroupProps extends FieldProps {
  options: readonly RadioOption[];
  value?: string | undefined;
  /** Side by side where there is room; for short options. */
  row?: boolean;
  onChange?: InputHTMLAttributes<HTMLInputElement>["onChange"];
}

/** Choices as cards of which one is taken. */
export function RadioGroup(props: RadioGroupProps) {
  const { label, name, id = name, help, error, options, row } = props;
  const notes = [error && `${id}-error`, help && `${id}-help`].filter(Boolean)
    .join(" ");
  return (
    <fieldset
      id={id}
      class="flex flex-col gap-1.5"
      aria-describedby={notes || undefined}
    >
      <legend class="mb-1.5 font-medium">{label}</legend>
      <div class={row ? "grid gap-2 sm:grid-cols-2" : "grid gap-2"}>
        {options.map((option) => (
          <Choice key={option.value} {...props} option={option} />
        ))}
      </div>
      <FieldNotes {...props} />
    </fieldset>
  );
}

function Choice(
  { name, id = name, value, onChange, option }: RadioGroupProps & {
    option: RadioOption;
  },
) {
  const own = `${id}-${option.value}`;
  return (
    <div
      class={cx(
        "group rounded border bg-sheet [&:has(>label>input:checked)]:border-mark",
        "[&:has(>label>input:checked)]:ring-1 [&:has(>label>input:checked)]:ring-mark",
      )}
    >
      <label class="flex cursor-pointer items-start gap-3 px-3 py-2.5">
        <input
          type="radio"
          id={own}
          name={name}
          value={option.value}
          checked={option.value === value}
          onChange={onChange}
          aria-describedby={option.help ? `${own}-help` : undefined}
          class="mt-[3px] h-[18px] w-[18px] shrink-0 accent-mark"
        />
        <span class="flex flex-col">
          <span>{option.label}</span>
          {option.help && (
            <span id={`${own}-help`} class="text-13 text-faded">
              {option.help}
            </span>
          )}
        </span>
      </label>
      {option.detail && (
        <div class="hidden border-t px-3 py-3 [:has(>label>input:checked)>&]:block">
          {option.detail}
        </div>
      )}
    </div>
  );
}
