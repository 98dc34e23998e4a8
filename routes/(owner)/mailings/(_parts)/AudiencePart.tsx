import type { Signal } from "@preact/signals";
import type { MailingSummary } from "../../../../components/mailing_summary.ts";
import { RadioGroup } from "../../../../components/RadioGroup.tsx";
import { TextInput } from "../../../../components/TextInput.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { MatchCount } from "../../../../islands/MatchCount.tsx";
import { ClientPicker } from "./ClientPicker.tsx";
import type { MailingFormData } from "./MailingForm.tsx";
import { countChosen } from "./picker.ts";

/** What the part needs of the form. */
export type AudiencePartProps =
  & Pick<MailingFormData, "fields" | "errors" | "picker" | "everyone" | "kept">
  & { summary: Signal<MailingSummary>; t: Catalogue };

/** Whom a mailing goes to. */
export function AudiencePart(
  { fields, errors, picker, everyone, kept, summary, t }: AudiencePartProps,
) {
  const { form } = t.mailings;
  const chosen = fields.keepsChosen ? kept : countChosen(picker);
  return (
    <RadioGroup
      name="kind"
      id="audience"
      label={form.clients}
      value={fields.kind}
      error={errors.audience}
      options={[
        {
          value: "everyone",
          label: form.everyone,
          help: everyone > 0 ? form.everyoneNow(everyone) : form.everyoneNone,
        },
        {
          value: "search",
          label: form.bySearch,
          help: form.bySearchHelp,
          detail: (
            <TextInput
              name="query"
              type="search"
              label={form.search}
              value={fields.query}
              help={<MatchCount summary={summary} />}
              autoComplete="off"
            />
          ),
        },
        {
          value: "chosen",
          label: form.byHand,
          help: chosen > 0 ? `${form.chosen(chosen)}.` : form.byHandNone,
          detail: (
            <ClientPicker fields={fields} picker={picker} kept={kept} t={t} />
          ),
        },
      ]}
    />
  );
}
