import type { ComponentChildren } from "preact";

/** A fact and its name. */
export type Fact = readonly [term: string, value: ComponentChildren];

/** Facts under each other, their names at the left. */
export function DescriptionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="divide-y">
      {facts.map(([term, value]) => (
        <div key={term} class="grid gap-x-6 py-2.5 sm:grid-cols-[180px_1fr]">
          <dt class="text-faded">{term}</dt>
          <dd class="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
