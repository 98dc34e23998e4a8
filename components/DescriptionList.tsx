import type { ComponentChildren } from "preact";

/** A fact and its name. */
export type Fact = readonly [term: string, value: ComponentChildren];

/** Facts under each other, their names at the left. */
export function DescriptionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="divide-y">
      {facts.map(([term, value]) => (
        <div key={term} class="flex flex-wrap gap-x-6 py-2.5">
          <dt class="min-w-[108px] text-faded sm:basis-[140px]">{term}</dt>
          <dd class="min-w-0 flex-1 basis-[140px]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
