import type { Signal } from "@preact/signals";
import type { MailingSummary } from "../../../../components/mailing_summary.ts";
import { RadioGroup } from "../../../../components/RadioGroup.tsx";
import { TextInput } from "../../../../components/TextInput.tsx";
import { MatchCount } from "../../../../islands/MatchCount.tsx";
import { ClientPicker } from "./ClientPicker.tsx";
import type { MailingFormData } from "./MailingForm.tsx";
import { countChosen } from "./picker.ts";
import { clientsInWords } from "./words.ts";

/** What the part needs of the form. */
export type AudiencePartProps =
  & Pick<MailingFormData, "fields" | "errors" | "picker" | "everyone" | "kept">
  & { summary: Signal<MailingSummary> };

/** Whom a mailing goes to. */
export function AudiencePart(
  { fields, errors, picker, everyone, kept, summary }: AudiencePartProps,
) {
  const chosen = fields.keepsChosen ? kept : countChosen(picker);
  return (
    <RadioGroup
      name="kind"
      id="audience"
      label="Clients"
      value={fields.kind}
      error={errors.audience}
      options={[
        {
          value: "everyone",
          label: "Everyone",
          help: everyone > 0
            ? `${
              clientsInWords(everyone)
            } now; those you add later are included.`
            : "You have no clients yet.",
        },
        {
          value: "search",
          label: "All that match a search",
          help: "Looked up anew each time it goes out.",
          detail: (
            <TextInput
              name="query"
              type="search"
              label="Search"
              value={fields.query}
              help={<MatchCount summary={summary} />}
              autoComplete="off"
            />
          ),
        },
        {
          value: "chosen",
          label: "Chosen one by one",
          help: chosen > 0
            ? `${clientsInWords(chosen)} chosen.`
            : "Find clients and tick them.",
          detail: <ClientPicker fields={fields} picker={picker} kept={kept} />,
        },
      ]}
    />
  );
}
