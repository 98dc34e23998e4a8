import {
  DescriptionList,
  type Fact,
} from "../../../../components/DescriptionList.tsx";
import { Sheet } from "../../../../components/Sheet.tsx";
import type { MailingView } from "./mailing_view.ts";
import {
  audienceInWords,
  rhythmInWords,
  type Voice,
  zoneInWords,
} from "./words.ts";

/** What a mailing sends, to whom and when. */
export function MailingFacts(view: MailingView & Voice) {
  return (
    <Sheet title={view.t.mailings.facts.title}>
      <DescriptionList facts={factsOf(view)} />
    </Sheet>
  );
}

function factsOf(view: MailingView & Voice): Fact[] {
  const { mailing, people, t } = view;
  const words = t.mailings.facts;
  const { schedule, audience, status } = mailing;
  const isOver = status === "completed" || status === "cancelled";
  const facts: Fact[] = [
    [words.message, <Message key="message" {...view} />],
    [
      words.to,
      <div key="to">
        {audienceInWords(audience, t)}
        {!isOver && (
          <span class="block text-13 text-faded">
            {words.peopleNow(people)}
          </span>
        )}
      </div>,
    ],
    [words.when, schedule ? rhythmInWords(schedule, view) : words.atLaunch],
  ];
  if (schedule) facts.push([words.timeZone, zoneInWords(schedule.timeZone)]);
  return facts;
}

function Message({ text, mailing, t }: MailingView & Voice) {
  const words = t.mailings.facts;
  if (!text) return mailing.textId ? words.deletedMessage : words.noMessage;
  return (
    <a
      href={`/messages/${text.id}`}
      class="text-mark underline-offset-4 hover:underline [overflow-wrap:anywhere]"
    >
      {text.subject}
    </a>
  );
}
