import type { ComponentChildren } from "preact";

/** A form of one column, its actions at its foot. */
export interface FormProps {
  action?: string;
  method?: "post" | "get";
  /** What can be done: the button that says what will happen, then the way out. */
  actions: ComponentChildren;
  children: ComponentChildren;
  id?: string;
  encType?: "multipart/form-data";
}

/** A form of one column. */
export function Form(
  { action, method = "post", actions, children, id, encType }: FormProps,
) {
  return (
    <form
      id={id}
      action={action}
      method={method}
      encType={encType}
      noValidate
      class="flex max-w-form flex-col gap-6"
    >
      {children}
      <div class="flex flex-wrap items-center gap-3 pt-2">{actions}</div>
    </form>
  );
}

/** A part of a form under its own heading. */
export function FormPart(
  { title, help, children }: {
    title: string;
    help?: string;
    children: ComponentChildren;
  },
) {
  return (
    <section class="flex flex-col gap-5 border-t pt-7 first-of-type:border-0 first-of-type:pt-0">
      <header>
        <h2 class="text-17 font-semibold">{title}</h2>
        {help && <p class="text-13 text-faded">{help}</p>}
      </header>
      {children}
    </section>
  );
}
