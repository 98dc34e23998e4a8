import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { IS_BROWSER } from "fresh/runtime";

interface DisclosureProps {
  label: string;
  open?: boolean;
  children: ComponentChildren;
}

/** Shows what the server rendered, when asked to. */
export default function Disclosure(
  { label, open = false, children }: DisclosureProps,
) {
  const [shown, setShown] = useState(open);
  return (
    <section data-place={IS_BROWSER ? "browser" : "server"}>
      <button type="button" onClick={() => setShown(!shown)}>{label}</button>
      {shown && children}
    </section>
  );
}
