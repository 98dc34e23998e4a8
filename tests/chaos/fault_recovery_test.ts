import { assertRecovery } from "./fault_recovery.ts";
import { FAULTS } from "./faults.ts";

const AT_ONCE = 6;

for (const [kind, rows] of Object.entries(FAULTS)) {
  Deno.test(`${kind}: once that is over everybody gets the mail, and the totals add up`, async () => {
    for (let n = 0; n < rows.length; n += AT_ONCE) {
      const some = rows.slice(n, n + AT_ONCE);
      await Promise.all(
        some.map((row) => assertRecovery(row)),
      );
    }
  });
}
