import type { ComponentChildren } from "preact";
import { Stamp } from "./Stamp.tsx";

/** A line of the address: a number and what it counts. */
export interface AddressLine {
  value: string;
  label: string;
}

/** An envelope on the home page. */
export interface EnvelopeProps {
  /** Written at the left. */
  children: ComponentChildren;
  /** Written where the address goes. */
  address?: readonly AddressLine[];
  /** What the postmark's ring says, in capitals, and the date within it. */
  postmark: { place: string; date: string };
}

/** A letter with the airmail edge, stamped and cancelled. */
export function Envelope({ children, address = [], postmark }: EnvelopeProps) {
  return (
    <div class="airmail-ground rounded border p-2 sm:p-2.5">
      <div class="grid gap-x-16 gap-y-8 rounded bg-sheet p-6 sm:p-10 lg:grid-cols-[minmax(0,1fr)_340px] lg:p-12">
        <div class="order-2 lg:order-none lg:row-span-2 lg:self-center">
          {children}
        </div>
        <Stamp {...postmark} />
        {address.length > 0 && (
          <dl class="order-3 self-end lg:order-none">
            {address.map(({ value, label }) => (
              <div
                key={label}
                class="flex items-baseline justify-between gap-4 border-b py-2.5"
              >
                <dt class="order-2 text-faded">{label}</dt>
                <dd class="font-serif text-27 font-medium tabular-nums">
                  {value}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </div>
  );
}
