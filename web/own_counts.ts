import type { Core } from "../core/core.ts";

/** How much somebody owns. */
export interface OwnCounts {
  clients: number;
  messages: number;
  mailings: number;
}

/** Counts what one owner has. */
export async function ownCounts(
  core: Core,
  ownerId: string,
): Promise<OwnCounts> {
  const [clients, messages, mailings] = await Promise.all([
    core.clients.of(ownerId).count(),
    core.messages.of(ownerId).count(),
    core.mailings.of(ownerId).count(),
  ]);
  return { clients, messages, mailings };
}
