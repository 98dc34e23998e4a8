import type { ComponentChildren } from "preact";
import { ButtonLink } from "../../../components/Button.tsx";
import { Form } from "../../../components/Form.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { TextInput } from "../../../components/TextInput.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { Site } from "../../../web/define.ts";
import type { FormErrors } from "../../../web/forms.ts";

/** Where somebody stands who has a mail about their account sent. */
export interface MailAsked {
  email: string;
  /** Whether a mail was asked for already. */
  isAsked: boolean;
  /** Whether whoever asked can read it on this site, without signing in. */
  hasOpenMailbox: boolean;
  errors: FormErrors;
}

/** What an address says of a mail that was asked for: `?to=anna@example.com`. */
export function mailAskedAt(url: URL, site: Site): MailAsked {
  const email = url.searchParams.get("to") ?? "";
  const hasOpenMailbox = site.hasMailbox && site.isLocal;
  return { email, isAsked: email !== "", hasOpenMailbox, errors: {} };
}

/** What is left of an asking that was refused. */
export function notAsked(email: string, errors: FormErrors): MailAsked {
  return { email, isAsked: false, hasOpenMailbox: false, errors };
}

/** Tells to look into the mail; what to do if nothing came follows below. */
export function LookIntoMail(
  { email, hasOpenMailbox, account, sentTo, sentAbout, children }:
    & Pick<MailAsked, "email" | "hasOpenMailbox">
    & {
      account: Catalogue["account"];
      sentTo: string;
      sentAbout: string;
      children: ComponentChildren;
    },
) {
  return (
    <>
      <PageHeader title={account.lookIntoMail} />
      <p>
        {sentTo} <strong class="font-medium">{email}</strong>
        {sentAbout}
      </p>
      {hasOpenMailbox && (
        <div class="mt-6 flex flex-col items-start gap-3">
          <p>{account.keptMail}</p>
          <ButtonLink href="/mailbox" icon="inbox">
            {account.openMailbox}
          </ButtonLink>
        </div>
      )}
      <div class="mt-10 flex flex-col items-start gap-4 border-t pt-6">
        {children}
      </div>
    </>
  );
}

/** Asks for the address that a mail is to go to. */
export function AskForMail(
  { email, errors, account, action, title, help, actions }:
    & Pick<MailAsked, "email" | "errors">
    & {
      account: Catalogue["account"];
      action: string;
      title: string;
      help: string;
      actions: ComponentChildren;
    },
) {
  return (
    <>
      <PageHeader title={title} />
      <Form action={action} actions={actions}>
        <FormError errors={errors} title={account.noMail} />
        <TextInput
          name="email"
          type="email"
          label={account.email}
          help={help}
          value={email}
          autoComplete="username"
          error={errors.email}
        />
      </Form>
    </>
  );
}
