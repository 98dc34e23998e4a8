import type { InputHTMLAttributes } from "preact";
import {
  controlAttributes,
  controlClass,
  Field,
  type FieldProps,
} from "./Field.tsx";

/** A local date and time, written `2026-11-23T09:30`. */
export interface DateTimeInputProps extends FieldProps {
  type?: "datetime-local" | "date" | "time";
  value?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  required?: boolean;
  onInput?: InputHTMLAttributes<HTMLInputElement>["onInput"];
}

/** A date, a time or both, with label, help and error. */
export function DateTimeInput(props: DateTimeInputProps) {
  const { type = "datetime-local", value, min, max, required, onInput, error } =
    props;
  return (
    <Field {...props}>
      <input
        {...controlAttributes(props)}
        type={type}
        value={value}
        min={min}
        max={max}
        required={required}
        onInput={onInput}
        class={controlClass(error, "h-10 max-w-[240px] tabular-nums")}
      />
    </Field>
  );
}
