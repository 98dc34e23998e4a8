import { csvDownload } from "../../../../web/csv.ts";
import { defineOwner } from "../../../../web/define.ts";
import { reportLines } from "../(_report)/report_lines.ts";

/** A report on all runs of a mailing, as a file. */
export const handler = defineOwner.handlers({
  async GET({ state: { core, user, t }, params }) {
    const { id, name } = await core.mailings.of(user.id).get(params.id!);
    const runs = core.runs.of(user.id).iterateOf(id);
    const zone = user.timeZone;
    return csvDownload(name, reportLines({ core, runs, t, zone }));
  },
});
