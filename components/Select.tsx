import type { SelectHTMLAttributes } from "preact";
import {
  controlAttributes,
  controlClass,
  Field,
  type FieldProps,
} from "./Field.tsx";
import { Icon } from "./Icon.tsx";

/** One thing that can be chosen. */
export interface SelectOption {
  value: string;
  label: string;
}

/** One of a list of things. */
export interface SelectProps extends FieldProps {
  options: readonly SelectOption[];
  value?: string | undefined;
  /** The words of an empty first line. */
  placeholder?: string;
  required?: boolean;
  onChange?: SelectHTMLAttributes<HTMLSelectElement>["onChange"];
}

/** A list to choose one thing from, with label, help and error. */
export function Select(props: SelectProps) {
  const { options, value, placeholder, required, onChange, error } = props;
  return (
    <Field {...props}>
      <span class="relative block">
        <select
          {...controlAttributes(props)}
          required={required}
          onChange={onChange}
          class={controlClass(error, "h-10 appearance-none bg-none pr-9")}
        >
          {placeholder && (
            <option value="" selected={!value}>{placeholder}</option>
          )}
          {options.map((option) => (
            <option
              key={option.value}
              value={option.value}
              selected={option.value === value}
            >
              {option.label}
            </option>
          ))}
        </select>
        <Icon
          name="chevron-down"
          class="pointer-events-none absolute right-3 top-[11px] text-faded"
        />
      </span>
    </Field>
  );
}
