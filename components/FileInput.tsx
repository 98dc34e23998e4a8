import { cx } from "./cx.ts";
import {
  controlAttributes,
  controlClass,
  Field,
  type FieldProps,
} from "./Field.tsx";

/** A file to be chosen. */
export interface FileInputProps extends FieldProps {
  /** Kinds of files, such as "image/png,image/jpeg". */
  accept: string;
}

/** A file to send along, with label, help and error. */
export function FileInput(props: FileInputProps) {
  const look = cx("h-10 py-1.5 text-15");
  return (
    <Field {...props}>
      <input
        type="file"
        accept={props.accept}
        {...controlAttributes(props)}
        class={controlClass(props.error, look)}
      />
    </Field>
  );
}
