import assert from "node:assert/strict";
import {
  type Company,
  launch,
  runOn,
  withCompany,
} from "../journeys/company.ts";

const MOST = 4;

Deno.test("a person has a few event streams at a time, and a place again when one is closed", () =>
  withCompany(async (company) => {
    const open = await watching(company);
    const streams = [];
    for (let one = 0; one < MOST; one++) streams.push(await open());
    assert.deepEqual(streams.map(({ status }) => status), [200, 200, 200, 200]);
    assert.equal((await open()).status, 429);
    await streams[0]!.close();
    const again = await open();
    assert.equal(again.status, 200);
    for (const stream of [...streams.slice(1), again]) await stream.close();
  }));

Deno.test("streams opened all at once are no more than a few", () =>
  withCompany(async (company) => {
    const open = await watching(company);
    const streams = await Promise.all(Array.from({ length: 20 }, open));
    assert.equal(streams.filter(({ told }) => told !== "").length, MOST);
    for (const stream of streams) await stream.close();
  }));

const ENDS: [string, (company: Company) => Promise<unknown>][] = [
  ["the session", ({ core, user }) => core.sessions.endAll(user.id)],
  ["signing out", ({ browser }) => browser.submit("/sign-out")],
  ["a block", ({ core, user }) => core.users.block(user.id, "On leave")],
];

for (const [what, end] of ENDS) {
  Deno.test(`an event stream ends with ${what}`, () =>
    withCompany(async (company) => {
      const stream = await (await watching(company))();
      await end(company);
      assert.doesNotMatch(await stream.rest(), /event: end/);
    }));
}

interface Stream {
  status: number;
  /** What it told first. */
  told: string;
  close(): Promise<void>;
  /** All that it tells until it ends. */
  rest(): Promise<string>;
}

/** Opens streams of one run, each as a tab of the browser that is signed in. */
async function watching(company: Company): Promise<() => Promise<Stream>> {
  const { answer, browser, core, site, user } = company;
  const run = runOn(await browser.get(await launch(company)));
  const { token } = await core.sessions.start(user);
  const cookie = `__Host-session=${token}`;
  browser.keep(new Headers({ "set-cookie": cookie }));
  return async () => {
    const url = `${site.baseUrl}${run}/events`;
    const { status, body } = await answer(
      new Request(url, { headers: { cookie } }),
    );
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    const told = await reader?.read();
    return {
      status,
      told: told?.value ?? "",
      close: async () => await reader?.cancel(),
      async rest() {
        let all = "";
        for (let more = await reader?.read(); more && !more.done;) {
          all += more.value;
          more = await reader?.read();
        }
        return all;
      },
    };
  };
}
