/** A message's source as it went over the wire; scrolls by itself, also by keyboard. */
export function Source(
  { children, label }: { children: string; label: string },
) {
  return (
    <pre
      tabIndex={0}
      role="region"
      aria-label={label}
      class="max-h-[480px] overflow-auto rounded border bg-sheet p-4 font-mono text-13"
    >
      {children}
    </pre>
  );
}
