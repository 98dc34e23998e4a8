import type { ComponentChildren } from "preact";
import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";
import { useWords } from "./words.ts";

/** What every control of a form takes. */
export interface FieldProps {
  name: string;
  /** The element's id; the name where nothing else is given. */
  id?: string;
  label: ComponentChildren;
  /** A word after the label, such as "optional". */
  note?: string;
  help?: ComponentChildren;
  error?: string | undefined;
}

/** The attributes that tie a control to its label, help and error. */
export interface ControlAttributes {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": "true" | undefined;
}

/** A control with its label above, its help below and its error in its place. */
export function Field(props: FieldProps & { children: ComponentChildren }) {
  const { label, note, children } = props;
  return (
    <div class="flex flex-col gap-1.5">
      <label for={controlId(props)} class="font-medium">
        {label}
        {note && <span class="ml-2 text-13 font-normal text-faded">{note}
        </span>}
      </label>
      {children}
      <FieldNotes {...props} />
    </div>
  );
}

/** The lines under a control: what is wrong, then what helps. */
export function FieldNotes(props: FieldProps) {
  const id = controlId(props);
  const { explain } = useWords();
  return (
    <>
      {props.error && (
        <p id={`${id}-error`} class="flex items-start gap-2 text-13 text-lost">
          <Icon name="triangle-alert" class="mt-0.5 h-4 w-4" />
          <span>{explain(props.error)}</span>
        </p>
      )}
      {props.help && (
        <p id={`${id}-help`} class="text-13 text-faded">{props.help}</p>
      )}
    </>
  );
}

/** The attributes for the control of a field. */
export function controlAttributes(props: FieldProps): ControlAttributes {
  const id = controlId(props);
  const notes = [props.error && `${id}-error`, props.help && `${id}-help`]
    .filter(Boolean);
  return {
    id,
    name: props.name,
    "aria-describedby": notes.length > 0 ? notes.join(" ") : undefined,
    "aria-invalid": props.error ? "true" : undefined,
  };
}

/** How what can be typed into looks. */
export function controlClass(
  error: string | undefined,
  extra?: string,
): string {
  return cx(
    "w-full rounded border bg-sheet px-3 text-17 text-ink sm:text-15 placeholder:text-faded",
    error ? "border-lost" : "border-edge",
    extra,
  );
}

function controlId({ id, name }: FieldProps): string {
  return id ?? name;
}
