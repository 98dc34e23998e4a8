import type { Lease } from "../storage/mod.ts";

/** Works under a lease that is renewed meanwhile, and gives it up in the end. */
export async function whileHeld<T>(
  lease: Lease,
  { lease: ttl }: { lease: number },
  work: () => Promise<T>,
): Promise<T> {
  const heartbeat = setInterval(() => {
    // A heartbeat that fails is no harm yet: what the lease guards is checked at its commit.
    lease.renew().catch(() => {});
  }, ttl / 3);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await lease.release();
  }
}
