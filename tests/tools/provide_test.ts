import assert from "node:assert/strict";
import { provide } from "./provide.ts";
import { found, placeOf, type Tool } from "./tool.ts";

const NOWHERE: Tool = {
  name: "no-such-tool",
  places: ["/nonexistent/no-such-tool"],
  debian: "no-such-package-of-sendoff",
};

/** A tool that is made by a command, which notes that it ran. */
async function toolMadeIn(folder: string): Promise<Tool & { notes: string }> {
  const notes = `${folder}/notes`;
  await Deno.writeTextFile(notes, "");
  const place = `${folder}/tool`;
  const script =
    `Deno.writeTextFileSync(${JSON.stringify(notes)}, "x", { append: true });` +
    `Deno.writeTextFileSync(${JSON.stringify(place)}, "");`;
  return {
    ...NOWHERE,
    places: [place],
    otherwise: [Deno.execPath(), "eval", script],
    notes,
  };
}

Deno.test("a tool that several ask for at once is got once, before any goes on", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const tool = await toolMadeIn(folder);
    await Promise.all(
      Array.from({ length: 3 }, () => provide([tool], () => {})),
    );
    assert.equal(await placeOf(tool), tool.places[0]);
    assert.equal(await Deno.readTextFile(tool.notes), "x");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a tool that can't be had is named with how to get it and what was tried", async () => {
  const told: string[] = [];
  const failing = { ...NOWHERE, otherwise: ["/nonexistent/installer"] };
  await assert.rejects(
    provide([failing], (line) => void told.push(line)),
    /no-such-tool is missing.*apt-get install no-such-package[\s\S]*Tried: \/nonexistent\/installer/,
  );
  assert.deepEqual(told, ["Installing no-such-tool…"]);
  await assert.rejects(found(NOWHERE), /Looked for at: \/nonexistent/);
});

Deno.test("what is there is not looked for any further", async () => {
  const told: string[] = [];
  const here = { ...NOWHERE, places: [Deno.execPath()] };
  await provide([here], (line) => void told.push(line));
  assert.deepEqual(told, []);
});
