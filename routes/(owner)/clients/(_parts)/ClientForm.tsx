import type { ComponentChildren } from "preact";
import { Form } from "../../../../components/Form.tsx";
import { FormError } from "../../../../components/FormError.tsx";
import { TextArea } from "../../../../components/TextArea.tsx";
import { TextInput } from "../../../../components/TextInput.tsx";
import type { ClientInput } from "../../../../core/clients/client.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import type { FormErrors, FormValues } from "../../../../web/forms.ts";

/** A client's form as it comes back: what was typed, and what is wrong with it. */
export interface ClientFormData {
  values: ClientInput;
  errors?: FormErrors;
}

/** The fields of a client, with what can be done about them. */
export function ClientForm(
  { values, errors = {}, t, actions }: ClientFormData & {
    t: Catalogue;
    actions: ComponentChildren;
  },
) {
  const { fields } = t.clients;
  return (
    <Form actions={actions}>
      <FormError errors={errors} />
      <TextInput
        name="name"
        label={fields.name}
        value={values.name}
        error={errors.name}
        help={fields.nameHelp}
        autoComplete="off"
        required
      />
      <TextInput
        name="email"
        type="email"
        label={fields.email}
        value={values.email}
        error={errors.email}
        autoComplete="off"
        spellcheck={false}
        required
      />
      <TextArea
        name="comment"
        label={fields.comment}
        note={t.common.optional}
        rows={4}
        value={values.comment}
        error={errors.comment}
        help={fields.commentHelp}
      />
    </Form>
  );
}

/** What was typed about a client, not checked yet. */
export function typedClient(form: FormValues): ClientInput {
  return {
    email: form.text("email"),
    name: form.text("name"),
    comment: form.text("comment"),
  };
}
