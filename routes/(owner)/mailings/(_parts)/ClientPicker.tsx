import type { ComponentChildren } from "preact";
import { Button } from "../../../../components/Button.tsx";
import { Icon } from "../../../../components/Icon.tsx";
import type { Client } from "../../../../core/clients/client.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import type { MailingFields } from "./fields.ts";
import { countChosen, type Picker } from "./picker.ts";

/** Clients to tick, found by a search; ticks are carried along from search to search. */
export function ClientPicker(
  { fields, picker, kept, t }: {
    fields: MailingFields;
    picker: Picker;
    kept: number;
    t: Catalogue;
  },
) {
  return (
    <div class="flex flex-col gap-4">
      {kept > 0 && <Kept fields={fields} count={kept} t={t} />}
      {!fields.keepsChosen && (
        <Choosing
          fields={fields}
          picker={picker}
          t={t}
        />
      )}
    </div>
  );
}

function Choosing(
  { fields, picker, t }: {
    fields: MailingFields;
    picker: Picker;
    t: Catalogue;
  },
) {
  const { form } = t.mailings;
  const { chosen, unshown, found } = picker;
  return (
    <>
      {countChosen(picker) > 0 && (
        <Group title={form.chosen(countChosen(picker))}>
          {chosen.map((client) => (
            <Tick key={client.id} client={client} t={t} checked />
          ))}
          {unshown.length > 0 && (
            <li class="px-3 py-2 text-13 text-faded">
              {form.andMore(unshown.length)}
            </li>
          )}
        </Group>
      )}
      {unshown.map((id) => (
        <input key={id} type="hidden" name="clientIds" value={id} />
      ))}
      <Find value={fields.find} words={form} />
      {found && found.items.length === 0 && (
        <p class="text-faded">{notFound(fields.find.trim(), picker, t)}</p>
      )}
      {found && found.items.length > 0 && (
        <Group title={form.found(fields.find.trim())}>
          {found.items.map((client) => (
            <Tick key={client.id} client={client} t={t} />
          ))}
        </Group>
      )}
      {found && <Pages {...found} t={t} />}
    </>
  );
}

function notFound(
  sought: string,
  picker: Picker,
  { mailings: { form } }: Catalogue,
): string {
  if (picker.found?.next) return form.noneOnPage(sought);
  return countChosen(picker) > 0 ? form.noOther(sought) : form.notFound(sought);
}

function Kept(
  { fields, count, t }: {
    fields: MailingFields;
    count: number;
    t: Catalogue;
  },
) {
  return (
    <div class="flex items-start gap-3">
      <input
        type="checkbox"
        id="keepsChosen"
        name="keepsChosen"
        checked={fields.keepsChosen}
        class="mt-0.5 h-5 w-5 shrink-0 accent-mark"
      />
      <label for="keepsChosen">{t.mailings.form.keep(count)}</label>
    </div>
  );
}

function Find(
  { value, words }: {
    value: string;
    words: Catalogue["mailings"]["form"];
  },
) {
  return (
    <div class="flex gap-2">
      <label class="relative block min-w-0 flex-1">
        <span class="sr-only">{words.findClients}</span>
        <Icon
          name="search"
          class="pointer-events-none absolute left-3 top-[11px] text-faded"
        />
        <input
          type="search"
          name="find"
          value={value}
          placeholder={words.findHint}
          autoComplete="off"
          class="h-10 w-full rounded border border-edge bg-sheet pl-9 pr-3 placeholder:text-faded"
        />
      </label>
      <Button
        kind="quiet"
        name="intent"
        value="check"
        formAction="#audience"
      >
        {words.find}
      </Button>
    </div>
  );
}

function Group(
  { title, children }: { title: string; children: ComponentChildren },
) {
  return (
    <fieldset class="min-w-0">
      <legend class="mb-1.5 text-13 text-faded">{title}</legend>
      <ul class="max-h-[380px] divide-y overflow-y-auto rounded border">
        {children}
      </ul>
    </fieldset>
  );
}

function Tick(
  { client, checked, t }: {
    client: Client;
    checked?: boolean;
    t: Catalogue;
  },
) {
  return (
    <li>
      <label class="flex cursor-pointer items-center gap-3 px-3 py-1.5 hover:bg-wash">
        <input
          type="checkbox"
          name="clientIds"
          value={client.id}
          checked={checked}
          class="h-[18px] w-[18px] shrink-0 accent-mark"
        />
        <span class="flex min-w-0 flex-1 flex-wrap justify-between gap-x-4">
          <span class="[overflow-wrap:anywhere]">{client.name}</span>
          <span class="text-13 text-faded [overflow-wrap:anywhere]">
            {client.unsubscribedAt
              ? t.common.states.unsubscribed
              : client.email}
          </span>
        </span>
      </label>
    </li>
  );
}

function Pages(
  { previous, next, t }: { previous?: string; next?: string; t: Catalogue },
) {
  if (!previous && !next) return null;
  return (
    <div class="flex justify-end gap-2">
      {previous && (
        <PageButton cursor={previous}>{t.common.previous}</PageButton>
      )}
      {next && <PageButton cursor={next}>{t.common.next}</PageButton>}
    </div>
  );
}

function PageButton(
  { cursor, children }: { cursor: string; children: string },
) {
  return (
    <Button
      kind="quiet"
      small
      name="findAt"
      value={cursor}
      formAction="#audience"
    >
      {children}
    </Button>
  );
}
