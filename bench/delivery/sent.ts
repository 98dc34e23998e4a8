import { z } from "zod";
import { outputOf } from "./process.ts";

const Sent = z.object({
  delivered: z.number(),
  seconds: z.number(),
  /** The most bytes that were resident, where that was looked at. */
  memory: z.number().default(0),
});
type Sent = z.infer<typeof Sent>;

/** Has a script of this folder send so many mails; throws unless all were sent. */
export async function sent(
  expected: number,
  script: string,
  ...args: (string | number)[]
): Promise<Sent> {
  const sent = Sent.parse(await outputOf(script, ...args));
  if (sent.delivered === expected) return sent;
  throw new Error(`${sent.delivered} of ${expected} messages were sent`);
}
