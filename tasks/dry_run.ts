import type { Core } from "../core/core.ts";
import type { DeliveryOptions } from "../core/delivery/delivery.ts";
import type { Forecast } from "../core/delivery/forecast.ts";
import type { ExitCode } from "./command.ts";
import { count, counted, say } from "./terminal.ts";
import { when } from "./when.ts";

const SHOWN = 10;

/** Tells what would go to whom. */
export async function reportDryRun(
  core: Core,
  wanted: Pick<DeliveryOptions, "mailing" | "now">,
  { json }: { json: boolean },
): Promise<ExitCode> {
  const views: ReturnType<typeof viewOf>[] = [];
  let isEmpty = true;
  for await (const forecast of core.delivery.forecast(wanted)) {
    isEmpty = false;
    const { total, addresses } = await addressesOf(forecast, json);
    if (json) views.push(viewOf(forecast, addresses));
    else describe(forecast, { total, addresses });
  }
  if (json) say(JSON.stringify({ mailings: views }));
  else if (isEmpty) say("Nothing would go out now.");
  return 0;
}

/** All addresses, or only their number and the first few. */
async function addressesOf(
  { recipients }: Forecast,
  isComplete: boolean,
): Promise<{ total: number; addresses: string[] }> {
  const addresses: string[] = [];
  let total = 0;
  for await (const address of recipients) {
    if (isComplete || total < SHOWN) addresses.push(address);
    total++;
  }
  return { total, addresses };
}

function viewOf(
  { mailing, owner, dueAt, subject }: Forecast,
  recipients: string[],
) {
  return {
    mailing: { id: mailing.id, name: mailing.name },
    owner: owner.email,
    dueAt,
    subject,
    recipients,
  };
}

function describe(
  { mailing, owner, dueAt, subject }: Forecast,
  { total, addresses }: { total: number; addresses: string[] },
): void {
  const rest = total - addresses.length;
  say(`${mailing.name}, of ${owner.name} <${owner.email}>`);
  say(`  due      ${when(dueAt, mailing.schedule?.timeZone)}`);
  say(`  subject  ${subject}`);
  say(`  to       ${counted(total, "client")}`);
  for (const address of addresses) say(`           ${address}`);
  if (rest > 0) say(`           and ${count(rest)} more`);
}
