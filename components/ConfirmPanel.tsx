import type { ComponentChildren } from "preact";
import { Button, ButtonLink } from "./Button.tsx";
import { TextInput } from "./TextInput.tsx";

/** Something that cannot be taken back. */
export interface ConfirmPanelProps {
  /** Where to post. */
  action: string;
  /** What will happen, as a question or a statement. */
  title: string;
  /** Each thing that will go. */
  goes?: readonly string[];
  children?: ComponentChildren;
  /** The button: "Delete Anna Orlova and 12 attempts". */
  confirm: string;
  cancel: { href: string; label: string };
  /** Asks to type something first; it is posted as `name`. */
  typed?: {
    name: string;
    label: string;
    value?: string | undefined;
    help?: string;
    error?: string | undefined;
  };
}

/** Names what will go before it goes. */
export function ConfirmPanel(props: ConfirmPanelProps) {
  const { action, title, goes = [], children, confirm, cancel, typed } = props;
  return (
    <form
      method="post"
      action={action}
      noValidate
      class="flex max-w-form flex-col gap-5 rounded border border-lost bg-sheet p-5 sm:p-6"
    >
      <h2 class="text-17 font-semibold">{title}</h2>
      {children}
      {goes.length > 0 && (
        <ul class="list-disc pl-5">
          {goes.map((thing) => <li key={thing}>{thing}</li>)}
        </ul>
      )}
      {typed && <TextInput {...typed} autoComplete="off" spellcheck={false} />}
      <div class="flex flex-wrap gap-3 [&>*]:grow sm:[&>*]:grow-0">
        <Button kind="final">{confirm}</Button>
        <ButtonLink kind="quiet" href={cancel.href}>{cancel.label}</ButtonLink>
      </div>
    </form>
  );
}
