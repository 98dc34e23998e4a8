import {
  DescriptionList,
  type Fact,
} from "../../../../../components/DescriptionList.tsx";
import { Sheet } from "../../../../../components/Sheet.tsx";
import { Status } from "../../../../../components/Status.tsx";
import { Time } from "../../../../../components/Time.tsx";
import type { Condition } from "../../../../../core/delivery/watch.ts";
import type { Catalogue } from "../../../../../core/i18n/catalogue.ts";

/** What the mail service does, or why it is left alone and until when. */
export function MailService(
  { service: { name, state }, now, t }: {
    service: Condition["service"];
    now: Date;
    t: Catalogue;
  },
) {
  const words = t.admin.system;
  const facts: Fact[] = [
    [words.transport, <span key="name" class="font-mono text-13">{name}</span>],
    [
      words.state,
      state.kind === "closed"
        ? <Status key="state" state="working" label={words.working} />
        : (
          <Status
            key="state"
            state="unavailable"
            label={state.kind === "open" ? words.resting : words.probing}
          />
        ),
    ],
  ];
  if (state.kind !== "closed") {
    facts.push(
      [words.until, <Time key="until" at={state.until} now={now} />],
      [
        words.reason,
        <span key="reason" class="[overflow-wrap:anywhere]">
          {state.reason}
        </span>,
      ],
    );
  }
  return (
    <Sheet title={words.mail}>
      <DescriptionList facts={facts} />
    </Sheet>
  );
}
