import type { ComponentChildren } from "preact";
import { Form } from "../../../../components/Form.tsx";
import { FormError } from "../../../../components/FormError.tsx";
import { TextArea } from "../../../../components/TextArea.tsx";
import { TextInput } from "../../../../components/TextInput.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import {
  type MailingTextInput,
  MAX_BODY,
} from "../../../../core/messages/message.ts";
import { PLACEHOLDERS } from "../../../../core/messages/placeholders.ts";
import type { FormErrors, FormValues } from "../../../../web/forms.ts";

/** A message's form as it comes back: what was typed, and what is wrong with it. */
export interface MessageFormData {
  values: MailingTextInput;
  errors?: FormErrors;
}

/** The fields of a message, with what can be done about them. */
export function MessageForm(
  { values, errors = {}, t, actions }: MessageFormData & {
    t: Catalogue;
    actions: ComponentChildren;
  },
) {
  const { fields, placeholders } = t.messages;
  return (
    <Form actions={actions}>
      <FormError errors={errors} />
      <TextInput
        name="subject"
        label={fields.subject}
        value={values.subject}
        error={errors.subject}
        autoComplete="off"
        required
      />
      <TextArea
        name="body"
        label={fields.body}
        rows={16}
        value={values.body}
        error={errors.body}
        help={fields.bodyHelp(MAX_BODY)}
        required
      />
      <Placeholders words={placeholders} />
    </Form>
  );
}

/** What was typed as a message, not checked yet. */
export function typedMessage(form: FormValues): MailingTextInput {
  return { subject: form.text("subject"), body: form.text("body") };
}

function Placeholders(
  { words }: { words: Catalogue["messages"]["placeholders"] },
) {
  return (
    <section class="rounded border bg-wash px-4 py-3 text-13">
      <h2 class="font-medium">{words.title}</h2>
      <dl class="mt-1">
        {PLACEHOLDERS.map((name) => (
          <div key={name} class="flex gap-x-4 py-0.5">
            <dt class="w-[124px] shrink-0 font-mono">{`{{${name}}}`}</dt>
            <dd class="min-w-0 text-faded">{words[name]}</dd>
          </div>
        ))}
      </dl>
      <p class="mt-2 text-faded">{words.note}</p>
    </section>
  );
}
