import {
  DescriptionList,
  type Fact,
} from "../../../../components/DescriptionList.tsx";
import { Sheet } from "../../../../components/Sheet.tsx";
import type { MailingView } from "./mailing_view.ts";
import { audienceInWords, rhythmInWords, zoneInWords } from "./words.ts";

/** What a mailing sends, to whom and when. */
export function MailingFacts(view: MailingView) {
  return (
    <Sheet title="Settings">
      <DescriptionList facts={factsOf(view)} />
    </Sheet>
  );
}

function factsOf(view: MailingView): Fact[] {
  const { mailing, people } = view;
  const { schedule, audience, status } = mailing;
  const isOver = status === "completed" || status === "cancelled";
  const facts: Fact[] = [
    ["Message", <Message key="message" {...view} />],
    [
      "To",
      isOver || audience.kind === "chosen" ? audienceInWords(audience) : (
        <>
          {audienceInWords(audience)}
          <span class="block text-13 text-faded">{people} now</span>
        </>
      ),
    ],
    ["When", schedule ? rhythmInWords(schedule) : "As soon as it is launched"],
  ];
  if (schedule) facts.push(["Time zone", zoneInWords(schedule.timeZone)]);
  return facts;
}

function Message({ text, mailing }: MailingView) {
  if (!text) return mailing.textId ? "Deleted since" : "None chosen yet";
  return (
    <a
      href={`/messages/${text.id}`}
      class="text-mark underline-offset-4 hover:underline [overflow-wrap:anywhere]"
    >
      {text.subject}
    </a>
  );
}
