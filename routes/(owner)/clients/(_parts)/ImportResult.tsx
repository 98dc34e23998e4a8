import type { ComponentChildren } from "preact";
import { Sheet } from "../../../../components/Sheet.tsx";
import type { RejectedLine } from "../../../../core/clients/client_list.ts";

const SHOWN = 100;
const NUMBER = new Intl.NumberFormat("en");

/** What became of a pasted list. */
export interface ImportResultProps {
  created: number;
  /** The addresses that were there already or came twice. */
  present: readonly string[];
  rejected: readonly RejectedLine[];
}

/** How many were added, who was there already, and which lines were not understood. */
export function ImportResult(
  { created, present, rejected }: ImportResultProps,
) {
  return (
    <div class="mb-8 max-w-form" role="status">
      <Sheet title={`${created > 0 ? counted(created) : "Nobody"} added`}>
        <div class="flex flex-col gap-5">
          {rejected.length > 0 && (
            <Part
              title={`${lines(rejected.length)} not understood`}
              about="They are in the field below. Mend them and add them again."
              rest={rejected.length - SHOWN}
            >
              {rejected.slice(0, SHOWN).map(({ line, text, reason }, index) => (
                <li key={index} class="py-2">
                  <p class="text-13 text-lost">Line {line}: {reason}</p>
                  <p class="truncate font-mono text-13">{text}</p>
                </li>
              ))}
            </Part>
          )}
          {present.length > 0 && (
            <Part
              title={`${counted(present.length)} there already`}
              about="They were among your clients, or came twice. Nothing about them was changed."
              rest={present.length - SHOWN}
            >
              {present.slice(0, SHOWN).map((email, index) => (
                <li key={index} class="py-1 text-13">{email}</li>
              ))}
            </Part>
          )}
        </div>
      </Sheet>
    </div>
  );
}

function Part(
  { title, about, rest, children }: {
    title: string;
    about: string;
    /** How many more there are than fit. */
    rest: number;
    children: ComponentChildren;
  },
) {
  return (
    <section>
      <h3 class="font-medium">{title}</h3>
      <p class="text-13 text-faded">{about}</p>
      <ul class="mt-2 max-h-[260px] divide-y overflow-y-auto" tabIndex={0}>
        {children}
      </ul>
      {rest > 0 && (
        <p class="mt-2 text-13 text-faded">and {NUMBER.format(rest)} more</p>
      )}
    </section>
  );
}

/** A number of clients in words: "1 client", "1,204 clients". */
export function counted(count: number): string {
  return `${NUMBER.format(count)} ${count === 1 ? "client" : "clients"}`;
}

function lines(count: number): string {
  return `${NUMBER.format(count)} ${count === 1 ? "line" : "lines"}`;
}
