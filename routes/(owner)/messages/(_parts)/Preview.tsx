import { Button } from "../../../../components/Button.tsx";
import { Select } from "../../../../components/Select.tsx";
import type { Client } from "../../../../core/clients/client.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import type { Mail } from "../../../../core/delivery/letter.ts";

/** Somebody to try a message on. */
export type Sample = Pick<Client, "id" | "name" | "email">;

/** The id of somebody who is invented. */
export const INVENTED = "sample";

/** Somebody who stands in where there is no client, or none is to be shown. */
export function inventedSample(t: Catalogue): Sample {
  return {
    id: INVENTED,
    name: t.messages.page.sample,
    email: "maria@example.com",
  };
}

/** Whom to try the message on. */
export function SampleChoice(
  { action, chosen, others, t }: {
    action: string;
    chosen: Sample;
    others: readonly Sample[];
    t: Catalogue;
  },
) {
  const samples = chosen.id === INVENTED
    ? [chosen, ...others]
    : [chosen, ...others, inventedSample(t)];
  return (
    <form
      method="get"
      action={action}
      class="mb-5 flex max-w-form items-end gap-2"
    >
      <div class="min-w-0 flex-1">
        <Select
          name="as"
          label={t.messages.page.readTo}
          value={chosen.id}
          options={samples.map((sample) => ({
            value: sample.id,
            label: labelOf(sample, t),
          }))}
        />
      </div>
      <Button kind="quiet">{t.messages.page.show}</Button>
    </form>
  );
}

function labelOf({ id, name, email }: Sample, t: Catalogue): string {
  return id === INVENTED ? t.messages.page.invented(name) : `${name}, ${email}`;
}

/** A mail as its reader would have it before them. */
export function Preview({ mail, t }: { mail: Mail; t: Catalogue }) {
  const { from, to } = mail;
  return (
    <article class="max-w-article rounded border bg-sheet">
      <header class="border-b px-5 py-4 sm:px-8">
        <h2 class="text-21 font-semibold">{mail.subject}</h2>
        <p class="mt-1 text-13 text-faded">
          {t.messages.page.fromTo(
            from.name ?? from.address,
            `${to.name} (${to.address})`,
          )}
        </p>
      </header>
      <div class="whitespace-pre-wrap px-5 py-6 text-17 sm:px-8">
        {mail.text.trimEnd()}
      </div>
    </article>
  );
}
