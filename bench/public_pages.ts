import type { Bench } from "./figure.ts";
import { fillStore, serveConstant, serveSite } from "./served.ts";
import { assertWrk, requestsPerSecond } from "./wrk.ts";

const SECONDS = 5;
const WARM_UP = { seconds: 2 };

/** The home page and an article against a constant string from the same platform in the same run. */
export const publicPages: Bench = async (tell) => {
  await assertWrk();
  const folder = await Deno.makeTempDir();
  try {
    const { path } = await fillStore(folder, () => Promise.resolve());
    await using constant = await serveConstant();
    await using site = await serveSite(path);
    tell("Asking for a constant string…");
    const limit = await requestsPerSecond(constant.url, { seconds: SECONDS });
    tell("Asking for the home page…");
    await requestsPerSecond(site.url, WARM_UP);
    const home = await requestsPerSecond(site.url, { seconds: SECONDS });
    return [{
      figure: "home page against a constant string",
      value: home / limit,
      unit: "ratio",
      bound: 0.5,
      sense: "at least",
    }];
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
};
