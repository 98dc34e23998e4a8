import { type Nouns, withNouns } from "../test_nouns.ts";
import type { MailingSettings } from "./mailing.ts";
import { runIdOf } from "./run.ts";
import type { OwnMailings } from "./own_mailings.ts";

/** The stores with an owner who has a message and three clients; it is noon in UTC. */
export interface MailingsWorld extends Nouns {
  own: OwnMailings;
  textId: string;
  /** The ids of Anna, Boris and Clara. */
  clientIds: string[];
}

/** Daily at nine in UTC, from the day after the clock starts. */
export const DAILY = {
  startsAt: "2030-01-02T09:00",
  timeZone: "UTC",
  repeat: "daily",
};

/** Runs a test on the mailings of owner `o1`. */
export function withMailings(
  test: (world: MailingsWorld) => Promise<void>,
): Promise<void> {
  return withNouns(async (nouns) => {
    const text = await nouns.messages.of("o1")
      .create({ subject: "News", body: "Hello" });
    const clientIds: string[] = [];
    for (const name of ["Anna", "Boris", "Clara"]) {
      const client = await nouns.clients.of("o1")
        .create({ name, email: `${name}@example.com` });
      clientIds.push(client.id);
    }
    const own = nouns.mailings.of("o1");
    await test({ ...nouns, own, textId: text.id, clientIds });
  });
}

/** What a person types for a mailing that can be launched, but for what is given. */
export function typed(
  { textId }: Pick<MailingsWorld, "textId">,
  given: Record<string, unknown> = {},
): Record<string, unknown> {
  const audience = { kind: "everyone" };
  return { name: "Spring", textId, audience, schedule: DAILY, ...given };
}

/** A mailing that was launched. */
export function launch(
  world: MailingsWorld,
  given: Record<string, unknown> = {},
): Promise<MailingSettings> {
  return world.own.create(typed(world, given), { launch: true });
}

/** Sets the clock, in UTC. */
export function setClock({ clock }: Pick<Nouns, "clock">, at: string): void {
  clock.at = new Date(`${at}Z`);
}

/** The ids of the clients a mailing chose, in their own order. */
export async function chosenFor(
  { audiences }: Nouns,
  { ownerId, audience }: MailingSettings,
): Promise<string[]> {
  if (audience.kind !== "chosen") return [];
  const walk = await Array.fromAsync(
    audiences.iterate(ownerId, audience.listId),
  );
  return walk.map(({ clientId }) => clientId);
}

/** Lets a run of a mailing begin, as the scheduler does. */
export async function beginRun(
  { runs, clock }: Nouns,
  { id, ownerId, audience }: MailingSettings,
): Promise<void> {
  await runs.of(ownerId).insert({
    id: runIdOf(id, clock.at),
    ownerId,
    mailingId: id,
    dueAt: clock.at,
    startedAt: clock.at,
    state: "planning",
    text: { subject: "News", body: "Hello" },
    from: { name: "N", address: "n@example.com", replyTo: "n@example.com" },
    audience,
    plan: { planned: 0, skipped: 0 },
  });
}

/** The lists that hold one of the clients. */
export async function listsOf(
  { audiences, clientIds }: MailingsWorld,
  client: number,
): Promise<string[]> {
  return await Array.fromAsync(audiences.listsWith("o1", clientIds[client]!));
}
