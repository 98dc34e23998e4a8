import { useState } from "preact/hooks";
import { IS_BROWSER } from "fresh/runtime";

interface DisclosureProps {
  label: string;
  open?: boolean;
  text: string;
}

/** Shows a text when asked to. */
export default function Disclosure(
  { label, open = false, text }: DisclosureProps,
) {
  const [shown, setShown] = useState(open);
  return (
    <section data-place={IS_BROWSER ? "browser" : "server"}>
      <button type="button" onClick={() => setShown(!shown)}>{label}</button>
      {shown && <p>{text}</p>}
    </section>
  );
}
