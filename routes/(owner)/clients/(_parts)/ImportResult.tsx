import type { ComponentChildren } from "preact";
import { Sheet } from "../../../../components/Sheet.tsx";
import { useWords } from "../../../../components/words.ts";
import type { RejectedLine } from "../../../../core/clients/client_list.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";

const SHOWN = 100;

/** What became of a pasted list. */
export interface ImportResultProps {
  created: number;
  /** The addresses that were there already or came twice. */
  present: readonly string[];
  rejected: readonly RejectedLine[];
  t: Catalogue;
}

/** How many were added, who was there already, and which lines were not understood. */
export function ImportResult(
  { created, present, rejected, t }: ImportResultProps,
) {
  const words = t.clients.list;
  const { explain } = useWords();
  return (
    <div class="mb-8 max-w-form" role="status">
      <Sheet title={words.added(created)}>
        <div class="flex flex-col gap-5">
          {rejected.length > 0 && (
            <Part
              title={words.rejected(rejected.length)}
              about={words.rejectedNote}
              rest={restOf(rejected, words)}
            >
              {rejected.slice(0, SHOWN).map(({ line, text, reason }, index) => (
                <li key={index} class="py-2">
                  <p class="text-13 text-lost">
                    {words.line(line, explain(reason))}
                  </p>
                  <p class="truncate font-mono text-13">{text}</p>
                </li>
              ))}
            </Part>
          )}
          {present.length > 0 && (
            <Part
              title={words.present(present.length)}
              about={words.presentNote}
              rest={restOf(present, words)}
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
    /** Says how many more there are than fit. */
    rest: string | undefined;
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
      {rest && <p class="mt-2 text-13 text-faded">{rest}</p>}
    </section>
  );
}

function restOf(
  all: readonly unknown[],
  { more }: Catalogue["clients"]["list"],
): string | undefined {
  return all.length > SHOWN ? more(all.length - SHOWN) : undefined;
}
