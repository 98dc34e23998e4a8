import { Sheet } from "../../../components/Sheet.tsx";
import { Status } from "../../../components/Status.tsx";
import { Stripe } from "../../../components/Stripe.tsx";
import { TableLink } from "../../../components/TableLink.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { ShownRun } from "../../../web/overview.ts";

interface Worded {
  words: Catalogue["overview"];
}

/** What is going out, each with its stripe. */
export function RunsNow(
  { runs, words }: { runs: readonly ShownRun[] } & Worded,
) {
  return (
    <Sheet title={words.now}>
      <ul class="flex flex-col gap-6">
        {runs.map((shown) => (
          <RunNow key={shown.run.id} {...shown} words={words} />
        ))}
      </ul>
    </Sheet>
  );
}

function RunNow({ words, ...shown }: ShownRun & Worded) {
  const { mailing, run, totals: { planned, waiting } } = shown;
  const progress = run.state === "planning"
    ? words.prepared(planned)
    : words.handled(planned - waiting, planned);
  return (
    <li class="flex flex-col gap-2">
      <div class="flex flex-wrap items-baseline justify-between gap-x-6">
        <span class="min-w-0 font-medium">
          <TableLink href={`/mailings/${mailing.id}/runs/${run.id}`}>
            {mailing.name}
          </TableLink>
        </span>
        <Status state={stateOf(shown)} />
      </div>
      <Stripe value={planned - waiting} max={planned} label={progress} />
      <p class="text-13 tabular-nums text-faded">{progress}</p>
    </li>
  );
}

/** A run that is held says by whom: its owner or a manager. */
function stateOf({ mailing, run }: ShownRun) {
  if (mailing.switchedOff) return "switched off";
  return mailing.status === "paused" ? "paused" : run.state;
}
