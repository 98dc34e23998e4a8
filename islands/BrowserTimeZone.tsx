import { useEffect, useRef } from "preact/hooks";

/** Chooses the browser's own time zone in a list of the form around it, as long as nobody has chosen. */
export function BrowserTimeZone({ name }: { name: string }) {
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const list = here.current?.closest("form")?.elements.namedItem(name);
    if (list instanceof HTMLSelectElement) chooseOwnZone(list);
  }, []);
  return <span ref={here} hidden />;
}

function chooseOwnZone(list: HTMLSelectElement): void {
  const options = [...list.options];
  const isUntouched = options.every(({ selected, defaultSelected }) =>
    selected === defaultSelected
  );
  if (!isUntouched) return;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // Browsers do not agree on the names of some zones.
  if (!options.some(({ value }) => value === timeZone)) {
    list.add(new Option(timeZone.replaceAll("_", " "), timeZone));
  }
  list.value = timeZone;
}
