import type { Core } from "../core/core.ts";
import { ownerWith } from "./crowd.ts";
import type { Bench } from "./figure.ts";
import { fillStore, serveSite } from "./served.ts";
import { share } from "./share.ts";

const FEW = 1_000;
const MANY = 1_000_000;

/** A page of an owner's list out of very many clients against one out of few. */
export const clientList: Bench = async (tell) => {
  const folder = await Deno.makeTempDir();
  try {
    const { path, filled } = await fillStore(folder, async (core) => ({
      few: await sessionOf(core, { clients: FEW, tell }),
      many: await sessionOf(core, { clients: MANY, tell }),
    }));
    await using site = await serveSite(path);
    const url = `${site.url}/clients`;
    const listOf = (session: string) => ({
      url,
      headers: { Cookie: `session=${session}` },
    });
    tell("Asking for the lists…");
    const value = await share(listOf(filled.many), listOf(filled.few));
    return [{
      figure: "client list out of 1,000,000 against one out of 1,000",
      value,
      unit: "ratio",
      bound: 0.8,
      sense: "at least",
    }];
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
};

/** A session of a new owner with so many clients. */
async function sessionOf(
  core: Core,
  crowd: Parameters<typeof ownerWith>[1],
): Promise<string> {
  const owner = await ownerWith(core, crowd);
  return (await core.sessions.start(owner)).token;
}
