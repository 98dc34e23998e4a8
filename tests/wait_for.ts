/** Waits until something holds; throws when it takes too long. */
export async function waitFor(
  what: string,
  holds: () => boolean | Promise<boolean>,
  seconds: number,
): Promise<void> {
  const deadline = performance.now() + seconds * 1_000;
  while (!await holds()) {
    if (performance.now() > deadline) {
      throw new Error(`Waited ${seconds} s in vain for ${what}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
