import type { Client } from "../../../../core/clients/client.ts";
import type { Core } from "../../../../core/core.ts";
import { Invalid } from "../../../../core/errors.ts";
import type { Page } from "../../../../core/storage/mod.ts";
import type { User } from "../../../../core/users/user.ts";
import type { MailingFields } from "./fields.ts";

const SHOWN = 100;
const FOUND = 10;

/** What is needed to choose clients one by one. */
export interface Picker {
  /** Those ticked, as many as are shown by name. */
  chosen: Client[];
  /** The ids of the others that are ticked. */
  unshown: string[];
  /** What the search found, those ticked left out; nothing was sought without it. */
  found?: Page<Client>;
}

/** Looks up those who were ticked and those who are sought; ids of others' clients fall away. */
export async function lookUpPicker(
  { clientIds, find, findAt }: MailingFields,
  { core, user }: { core: Core; user: User },
): Promise<Picker> {
  const clients = core.clients.of(user.id);
  const ids = await clients.known(clientIds);
  const shown = await Promise.all(
    ids.slice(0, SHOWN).map((id) => clients.find(id)),
  );
  const chosen = shown.filter((client) => client !== undefined)
    .sort((a, b) => a.name.localeCompare(b.name));
  const picker = { chosen, unshown: ids.slice(SHOWN) };
  if (!find.trim()) return picker;
  const ticked = new Set(ids);
  const found = await pageOf(findAt);
  const items = found.items.filter(({ id }) => !ticked.has(id));
  return { ...picker, found: { ...found, items } };

  async function pageOf(cursor: string): Promise<Page<Client>> {
    try {
      return await clients.list({
        search: find,
        limit: FOUND,
        cursor: cursor || undefined,
      });
    } catch (error) {
      // The words were changed since: the page is of another search.
      if (error instanceof Invalid && cursor) return await pageOf("");
      throw error;
    }
  }
}

/** How many are ticked. */
export function countChosen({ chosen, unshown }: Picker): number {
  return chosen.length + unshown.length;
}
