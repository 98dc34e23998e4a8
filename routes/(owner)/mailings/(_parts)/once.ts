import { newId } from "../../../../core/storage/mod.ts";
import type { OwnerState } from "../../../../web/define.ts";

const PURPOSE = "new mailing";

/** What a form for something new was given, and the id that it stands for. */
export interface Once {
  once: string;
  id: string;
}

/** A mark for a form, so that what it makes is made once however often it is sent. */
export function newForm({ core: { signer, store }, user }: OwnerState): string {
  return signer.sign(PURPOSE, [user.id, newId(store.now())]);
}

/** The id that a form's mark stands for: one given to this user here, or else a new one. */
export function readOnce(once: string, state: OwnerState): Once {
  const { core: { signer, store }, user } = state;
  const [userId, id] = signer.verify(PURPOSE, once) ?? [];
  if (id !== undefined && userId === user.id) return { once, id };
  const made = newId(store.now());
  return { once: signer.sign(PURPOSE, [user.id, made]), id: made };
}
