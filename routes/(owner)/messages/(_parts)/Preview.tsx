import { Button } from "../../../../components/Button.tsx";
import { Select } from "../../../../components/Select.tsx";
import type { Client } from "../../../../core/clients/client.ts";
import type { Mail } from "../../../../core/delivery/letter.ts";

/** Somebody to try a message on. */
export type Sample = Pick<Client, "id" | "name" | "email">;

/** Stands in where there is no client, or none is to be shown. */
export const INVENTED: Sample = {
  id: "sample",
  name: "Maria Sample",
  email: "maria@example.com",
};

/** Whom to try the message on. */
export function SampleChoice(
  { action, chosen, others }: {
    action: string;
    chosen: Sample;
    others: readonly Sample[];
  },
) {
  const samples = chosen.id === INVENTED.id
    ? [chosen, ...others]
    : [chosen, ...others, INVENTED];
  return (
    <form
      method="get"
      action={action}
      class="mb-5 flex max-w-form items-end gap-2"
    >
      <div class="min-w-0 flex-1">
        <Select
          name="as"
          label="How it will read to"
          value={chosen.id}
          options={samples.map((sample) => ({
            value: sample.id,
            label: labelOf(sample),
          }))}
        />
      </div>
      <Button kind="quiet">Show</Button>
    </form>
  );
}

function labelOf({ id, name, email }: Sample): string {
  return id === INVENTED.id ? `${name}, who is invented` : `${name}, ${email}`;
}

/** A mail as its reader would have it before them. */
export function Preview({ mail }: { mail: Mail }) {
  return (
    <article class="max-w-article rounded border bg-sheet">
      <header class="border-b px-5 py-4 sm:px-8">
        <h2 class="text-21 font-semibold">{mail.subject}</h2>
        <p class="mt-1 text-13 text-faded">
          {mail.from.name} to {mail.to.name} ({mail.to.address})
        </p>
      </header>
      <div class="whitespace-pre-wrap px-5 py-6 text-17 sm:px-8">
        {mail.text.trimEnd()}
      </div>
    </article>
  );
}
