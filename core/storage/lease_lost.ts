/** Another holder took the lease over, so what was done under it must not be written. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";

  constructor(lease: string) {
    super(`The lease "${lease}" is held by another now; nothing was written`);
  }
}
