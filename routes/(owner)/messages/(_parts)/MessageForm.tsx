import type { ComponentChildren } from "preact";
import { Form } from "../../../../components/Form.tsx";
import { FormError } from "../../../../components/FormError.tsx";
import { TextArea } from "../../../../components/TextArea.tsx";
import { TextInput } from "../../../../components/TextInput.tsx";
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

const MEANINGS: Record<typeof PLACEHOLDERS[number], string> = {
  name: "the client’s full name",
  company: "your name, as in your profile",
  email: "the client’s address",
  unsubscribe: "the link by which a client leaves",
};

/** The fields of a message, with what can be done about them. */
export function MessageForm(
  { values, errors = {}, actions }: MessageFormData & {
    actions: ComponentChildren;
  },
) {
  return (
    <Form actions={actions}>
      <FormError errors={errors} />
      <TextInput
        name="subject"
        label="Subject"
        value={values.subject}
        error={errors.subject}
        autoComplete="off"
        required
      />
      <TextArea
        name="body"
        label="Message"
        rows={16}
        value={values.body}
        error={errors.body}
        help={`Plain text, up to ${
          MAX_BODY.toLocaleString("en")
        } characters. Web addresses become links.`}
        required
      />
      <Placeholders />
    </Form>
  );
}

/** What was typed as a message, not checked yet. */
export function typedMessage(form: FormValues): MailingTextInput {
  return { subject: form.text("subject"), body: form.text("body") };
}

function Placeholders() {
  return (
    <section class="rounded border bg-wash px-4 py-3 text-13">
      <h2 class="font-medium">Filled in for each client</h2>
      <dl class="mt-1">
        {PLACEHOLDERS.map((name) => (
          <div key={name} class="flex gap-x-4 py-0.5">
            <dt class="w-[124px] shrink-0 font-mono">{`{{${name}}}`}</dt>
            <dd class="min-w-0 text-faded">{MEANINGS[name]}</dd>
          </div>
        ))}
      </dl>
      <p class="mt-2 text-faded">
        A message without {"{{unsubscribe}}"} gets a last line with the link.
      </p>
    </section>
  );
}
