import type { TextareaHTMLAttributes } from "preact";
import { cx } from "./cx.ts";
import {
  controlAttributes,
  controlClass,
  Field,
  type FieldProps,
} from "./Field.tsx";

/** Several lines of text to be typed. */
export interface TextAreaProps extends FieldProps {
  value?: string | undefined;
  rows?: number;
  maxLength?: number;
  required?: boolean;
  /** For sources and lists of addresses: figures and letters of one width. */
  mono?: boolean;
  onInput?: TextareaHTMLAttributes<HTMLTextAreaElement>["onInput"];
}

/** Several lines of text with label, help and error. */
export function TextArea(props: TextAreaProps) {
  const { value, rows = 8, maxLength, required, mono, onInput, error } = props;
  const look = mono
    ? cx("min-h-[80px] py-2 font-mono")
    : cx("min-h-[80px] py-2");
  return (
    <Field {...props}>
      <textarea
        {...controlAttributes(props)}
        rows={rows}
        maxLength={maxLength}
        required={required}
        onInput={onInput}
        value={value}
        class={controlClass(error, look)}
      />
    </Field>
  );
}
