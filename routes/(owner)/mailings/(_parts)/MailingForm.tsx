import type { Signal } from "@preact/signals";
import { FormPart } from "../../../../components/Form.tsx";
import { FormError } from "../../../../components/FormError.tsx";
import type { MailingSummary as Summary } from "../../../../components/mailing_summary.ts";
import { Select } from "../../../../components/Select.tsx";
import { TextInput } from "../../../../components/TextInput.tsx";
import { MailingSummary } from "../../../../islands/MailingSummary.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
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
  /** What goes with the form unseen: which mailing it makes, or changes. */
  hidden: Record<string, string>;
  /** How many of all clients get mail. */
  everyone: number;
  /** How many are on the list that is kept as it is. */
  kept: number;
  messages: { value: string; label: string }[];
  /** The time zones to choose from. */
  zones: { value: string; label: string }[];
  /** The mailing is on its way already. */
  isLaunched: boolean;
}

/** What, to whom and when, with what would come of it at the side. */
export function MailingForm(
  { summary, ...data }: Omit<MailingFormData, "summary"> & {
    summary: Signal<Summary>;
    t: Catalogue;
  },
) {
  const { fields, errors, t } = data;
  const { form } = t.mailings;
  return (
    <div class="flex flex-col gap-8 lg:grid lg:grid-cols-[minmax(0,1fr)_344px] lg:items-start lg:gap-10">
      <form id={FORM} method="post" noValidate class="flex flex-col gap-8">
        {/* Enter in a field presses the first button: it must not send anything. */}
        <button type="submit" name="intent" value="check" hidden>
          {form.check}
        </button>
        {Object.entries(data.hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FormError
          errors={errors}
          title={form.notReady}
        />
        <FormPart title={form.what}>
          <TextInput
            name="name"
            label={form.name}
            help={form.nameHelp}
            value={fields.name}
            error={errors.name}
            autoComplete="off"
            required
          />
          <Message {...data} />
        </FormPart>
        <FormPart title={form.toWhom}>
          <AudiencePart {...data} summary={summary} />
        </FormPart>
        <FormPart title={form.when}>
          <WhenPart {...data} />
        </FormPart>
      </form>
      <div class="lg:sticky lg:top-6">
        <MailingSummary
          form={FORM}
          summary={summary}
          keepsDraft={!data.isLaunched}
          words={summaryWords(t)}
        />
      </div>
    </div>
  );
}

function Message(
  { fields, errors, messages, t }:
    & Pick<MailingFormData, "fields" | "errors" | "messages">
    & { t: Catalogue },
) {
  const { form } = t.mailings;
  return (
    <Select
      name="textId"
      label={form.message}
      options={messages}
      value={fields.textId}
      placeholder={messages.length > 0 ? form.chooseMessage : form.noMessages}
      error={errors.textId}
      help={
        <a
          href="/messages/new"
          class="text-mark underline-offset-4 hover:underline"
        >
          {form.writeMessage}
        </a>
      }
      required
    />
  );
}

function summaryWords({ mailings: { form } }: Catalogue) {
  const { title, to, message, noMessage, when } = form.summary;
  const { saveDraft, check } = form;
  return { title, to, message, noMessage, when, saveDraft, check };
}
