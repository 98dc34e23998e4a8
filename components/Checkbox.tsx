import type { InputHTMLAttributes } from "preact";
import { controlAttributes, FieldNotes, type FieldProps } from "./Field.tsx";

/** A thing to be agreed to or left. */
export interface CheckboxProps extends FieldProps {
  /** What is sent when it is ticked; "on" where nothing else is given. */
  value?: string;
  checked?: boolean;
  required?: boolean;
  disabled?: boolean;
  onChange?: InputHTMLAttributes<HTMLInputElement>["onChange"];
}

/** A box with its words beside it. */
export function Checkbox(props: CheckboxProps) {
  const { label, value = "on", checked, required, disabled, onChange } = props;
  const control = controlAttributes(props);
  return (
    <div class="flex items-start gap-3">
      <input
        {...control}
        type="checkbox"
        value={value}
        checked={checked}
        required={required}
        disabled={disabled}
        onChange={onChange}
        class="mt-0.5 h-5 w-5 shrink-0 accent-mark"
      />
      <div class="flex flex-col gap-0.5">
        <label for={control.id}>{label}</label>
        <FieldNotes {...props} />
      </div>
    </div>
  );
}
