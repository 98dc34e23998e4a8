import type { Signal } from "@preact/signals";
import { FormPart } from "../../../../components/Form.tsx";
import { FormError } from "../../../../components/FormError.tsx";
import type { MailingSummary as Summary } from "../../../../components/mailing_summary.ts";
import { Select } from "../../../../components/Select.tsx";
import { TextInput } from "../../../../components/TextInput.tsx";
import { MailingSummary } from "../../../../islands/MailingSummary.tsx";
import type { FormErrors } from "../../../../web/forms.ts";
import { AudiencePart } from "./AudiencePart.tsx";
import type { MailingFields } from "./fields.ts";
import type { Picker } from "./picker.ts";
import { WhenPart } from "./WhenPart.tsx";

const FORM = "mailing";

/** A mailing's form as it is shown: what was typed, what is wrong, what it would do. */
export interface MailingFormData {
  fields: MailingFields;
  errors: FormErrors;
  summary: Summary;
  picker: Picker;
  /** How many clients there are in all. */
  everyone: number;
  /** How many are on the list that is kept as it is. */
  kept: number;
  messages: { value: string; label: string }[];
  /** The mailing is on its way already. */
  isLaunched: boolean;
}

/** What, to whom and when, with what would come of it at the side. */
export function MailingForm(
  { summary, ...data }: Omit<MailingFormData, "summary"> & {
    summary: Signal<Summary>;
  },
) {
  const { fields, errors } = data;
  return (
    <div class="flex flex-col gap-8 lg:grid lg:grid-cols-[minmax(0,1fr)_344px] lg:items-start lg:gap-10">
      <form id={FORM} method="post" noValidate class="flex flex-col gap-8">
        {/* Enter in a field presses the first button: it must not send anything. */}
        <button type="submit" name="intent" value="check" hidden>Check</button>
        {data.isLaunched && (
          <input type="hidden" name="isLaunched" value="yes" />
        )}
        <FormError
          errors={errors}
          title="This is not ready yet. What you typed is kept."
        />
        <FormPart title="What">
          <TextInput
            name="name"
            label="Name"
            help="For you alone: your clients do not see it."
            value={fields.name}
            error={errors.name}
            autoComplete="off"
            required
          />
          <Message {...data} />
        </FormPart>
        <FormPart title="To whom">
          <AudiencePart {...data} summary={summary} />
        </FormPart>
        <FormPart title="When">
          <WhenPart fields={fields} errors={errors} />
        </FormPart>
      </form>
      <div class="lg:sticky lg:top-6">
        <MailingSummary
          form={FORM}
          summary={summary}
          keepsDraft={!data.isLaunched}
        />
      </div>
    </div>
  );
}

function Message(
  { fields, errors, messages }: Pick<
    MailingFormData,
    "fields" | "errors" | "messages"
  >,
) {
  return (
    <Select
      name="textId"
      label="Message"
      options={messages}
      value={fields.textId}
      placeholder={messages.length > 0
        ? "Choose a message"
        : "You have no messages yet"}
      error={errors.textId}
      help={
        <a
          href="/messages/new"
          class="text-mark underline-offset-4 hover:underline"
        >
          Write a new message
        </a>
      }
      required
    />
  );
}
