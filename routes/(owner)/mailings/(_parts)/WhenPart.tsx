import { DateTimeInput } from "../../../../components/DateTimeInput.tsx";
import { RadioGroup } from "../../../../components/RadioGroup.tsx";
import { Select } from "../../../../components/Select.tsx";
import type { FormErrors } from "../../../../web/forms.ts";
import { TIME_ZONES } from "../../../../web/time_zones.ts";
import type { MailingFields } from "./fields.ts";

const REPEATS = [
  { value: "once", label: "Once" },
  { value: "daily", label: "Every day" },
  { value: "weekly", label: "Every week" },
  { value: "monthly", label: "Every month" },
];

/** When a mailing goes out and how often. */
export function WhenPart(
  { fields, errors }: { fields: MailingFields; errors: FormErrors },
) {
  return (
    <>
      <RadioGroup
        name="start"
        label="Start"
        value={fields.start}
        error={fields.start === "at" ? undefined : errors.startsAt}
        options={[
          { value: "now", label: "Now" },
          {
            value: "at",
            label: "At a date and time",
            detail: (
              <DateTimeInput
                name="startsAt"
                label="Date and time"
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
          label="Time zone"
          options={TIME_ZONES}
          value={fields.timeZone}
          error={errors.timeZone}
        />
        <Select
          name="repeat"
          label="Repeats"
          options={REPEATS}
          value={fields.repeat}
          error={errors.repeat}
        />
        <DateTimeInput
          name="endsAt"
          label="End"
          note="optional"
          help="Nothing goes out after it."
          value={fields.endsAt}
          error={errors.endsAt}
        />
      </div>
    </>
  );
}
