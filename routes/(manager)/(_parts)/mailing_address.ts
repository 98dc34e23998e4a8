import type { MailingAddress } from "../../../core/mailings/mailings.ts";

/** The mailing that the parameters of a route name. */
export function addressIn(params: Record<string, string>): MailingAddress {
  return { ownerId: params.owner ?? "", id: params.id ?? "" };
}

/** The path of a mailing's page. */
export function pathOf({ ownerId, id }: MailingAddress): string {
  return `/manage/mailings/${ownerId}/${id}`;
}
