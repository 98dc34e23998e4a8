import type { InputHTMLAttributes } from "preact";
import {
  controlAttributes,
  controlClass,
  Field,
  type FieldProps,
} from "./Field.tsx";

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | "autoComplete"
  | "autoFocus"
  | "inputMode"
  | "maxLength"
  | "minLength"
  | "onInput"
  | "placeholder"
  | "readOnly"
  | "required"
  | "spellcheck"
>;

/** A line of text to be typed. */
export interface TextInputProps extends FieldProps, Native {
  type?: "text" | "email" | "password" | "search" | "url" | "number";
  value?: string | undefined;
}

/** One line of text with its label, help and error. */
export function TextInput(props: TextInputProps) {
  const {
    id: _id,
    name: _name,
    label: _label,
    note: _note,
    help: _help,
    error,
    ...native
  } = props;
  return (
    <Field {...props}>
      <input
        type="text"
        {...native}
        {...controlAttributes(props)}
        class={controlClass(error, "h-10")}
      />
    </Field>
  );
}
