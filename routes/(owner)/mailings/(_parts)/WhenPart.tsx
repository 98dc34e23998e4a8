import { DateTimeInput } from "../../../../components/DateTimeInput.tsx";
import { RadioGroup } from "../../../../components/RadioGroup.tsx";
import { Select } from "../../../../components/Select.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import type { MailingFormData } from "./MailingForm.tsx";

/** What the part needs of the form. */
export type WhenPartProps =
  & Pick<MailingFormData, "fields" | "errors" | "zones">
  & { t: Catalogue };

/** When a mailing goes out and how often. */
export function WhenPart({ fields, errors, zones, t }: WhenPartProps) {
  const { form } = t.mailings;
  return (
    <>
      <RadioGroup
        name="start"
        label={form.start}
        value={fields.start}
        error={fields.start === "at" ? undefined : errors.startsAt}
        options={[
          { value: "now", label: form.now },
          {
            value: "at",
            label: form.at,
            detail: (
              <DateTimeInput
                name="startsAt"
                label={form.startsAt}
                value={fields.startsAt}
                error={errors.startsAt}
              />
            ),
          },
        ]}
      />
      <div class="grid items-start gap-5 sm:grid-cols-2">
        <Select
          name="timeZone"
          label={form.timeZone}
          options={zones}
          value={fields.timeZone}
          error={errors.timeZone}
        />
        <Select
          name="repeat"
          label={form.repeat}
          options={Object.entries(form.repeats)
            .map(([value, label]) => ({ value, label }))}
          value={fields.repeat}
          error={errors.repeat}
        />
        <DateTimeInput
          name="endsAt"
          label={form.end}
          note={t.common.optional}
          help={form.endHelp}
          value={fields.endsAt}
          error={errors.endsAt}
        />
      </div>
    </>
  );
}
