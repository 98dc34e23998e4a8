import { csvDownload } from "../../../../../../web/csv.ts";
import { defineOwner } from "../../../../../../web/define.ts";
import { findRun } from "../../../(_parts)/run_progress.ts";
import { reportLines } from "../../../(_report)/report_lines.ts";
import { isoInZone } from "../../../(_report)/reader_words.ts";

/** A report on one run, as a file. */
export const handler = defineOwner.handlers({
  async GET({ state: { core, user, t }, params }) {
    const { id = "", run: runId = "" } = params;
    const { mailing, run } = await findRun(core, {
      ownerId: user.id,
      id,
      runId,
    });
    const zone = user.timeZone;
    const day = isoInZone(run.dueAt, zone).slice(0, 10);
    const lines = reportLines({ core, runs: [run], t, zone });
    return csvDownload(`${mailing.name} ${day}`, lines);
  },
});
