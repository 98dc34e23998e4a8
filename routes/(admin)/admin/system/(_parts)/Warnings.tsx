import { Sheet } from "../../../../../components/Sheet.tsx";
import { Time } from "../../../../../components/Time.tsx";
import type { Catalogue } from "../../../../../core/i18n/catalogue.ts";
import type { Warning } from "../../../../../core/oversight/recent_warnings.ts";

/** What this process warned of, the newest first. */
export function Warnings(
  { warnings, now, t }: {
    warnings: readonly Warning[];
    now: Date;
    t: Catalogue;
  },
) {
  const words = t.admin.system;
  return (
    <Sheet title={words.errors}>
      <p class="-mt-3 mb-4 text-13 text-faded">{words.errorsAbout}</p>
      {warnings.length === 0
        ? <p class="text-faded">{words.noErrors}</p>
        : (
          <ol class="divide-y">
            {warnings.map(({ at, message }, place) => (
              <li key={place} class="flex flex-wrap gap-x-6 gap-y-1 py-2.5">
                <span class="shrink-0 text-13 text-faded sm:basis-[140px]">
                  <Time at={at} now={now} />
                </span>
                <span class="min-w-0 flex-1 basis-[240px] font-mono text-13 [overflow-wrap:anywhere]">
                  {message}
                </span>
              </li>
            ))}
          </ol>
        )}
    </Sheet>
  );
}
