import { Icon } from "../../../components/Icon.tsx";
import { Time } from "../../../components/Time.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { MailingSettings } from "../../../core/mailings/mailing.ts";

/** Tells an owner that a mailing stopped itself, why, and what to do; else nothing. */
export function HaltedNotice(
  { mailing: { id, halted }, now, t }: {
    mailing: Pick<MailingSettings, "id" | "halted">;
    now: Date;
    t: Catalogue;
  },
) {
  if (!halted) return null;
  const words = t.mailings.halted;
  const { failed, settled, reason } = halted;
  return (
    <section
      aria-labelledby="halted"
      class="mb-6 flex gap-3 rounded border border-lost bg-sheet px-4 py-3"
    >
      <Icon name="triangle-alert" class="mt-0.5 text-lost" />
      <div class="flex min-w-0 flex-1 flex-col gap-1">
        <h2 id="halted" class="font-medium text-lost">
          {words.title}{" "}
          <span class="font-normal text-faded">
            <Time at={halted.at} now={now} />
          </span>
        </h2>
        <p>
          {words.numbers(failed, settled)}{" "}
          {words.reason(t.reports.reasons[reason])}
        </p>
        <p>
          {words.advice[reason]}{" "}
          <a class="text-mark underline" href={`/mailings/${id}/report`}>
            {words.report}
          </a>
        </p>
        <p class="text-faded">{words.goesOn}</p>
      </div>
    </section>
  );
}
