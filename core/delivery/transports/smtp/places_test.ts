import assert from "node:assert/strict";
import type { Job } from "./job.ts";
import { Places, type Seat } from "./places.ts";

const CONNECTIONS = 9;

function job(ownerId: string, domain: string): Job {
  return {
    ...{ ownerId, domain, from: "news@example.com", to: `anna@${domain}` },
    compose: () => [],
    settle: () => {},
  };
}

function seat(): Seat {
  return { jobs: new Set() };
}

/** Places with so many jobs of each owner and domain. */
function places(...crowds: [owner: string, domain: string, count: number][]) {
  const places = new Places(CONNECTIONS);
  for (const [owner, domain, count] of crowds) {
    for (let n = 0; n < count; n++) places.add(job(owner, domain));
  }
  return places;
}

/** What free connections take, as long as any finds something. */
function takenBy(places: Places): Job[] {
  const taken: Job[] = [];
  for (let n = 0; n < CONNECTIONS; n++) {
    const next = places.take(seat());
    if (next) taken.push(next);
  }
  return taken;
}

function countOf(jobs: readonly Job[], key: "ownerId" | "domain", is: string) {
  return jobs.filter((job) => job[key] === is).length;
}

/** Has the server answer a job of an owner's at a domain at once. */
function answer(places: Places, ownerId: string, domain: string): void {
  const free = seat();
  places.add(job(ownerId, domain));
  for (;;) {
    const next = places.take(free);
    assert.ok(next);
    places.leave(free, next, { isAnswered: true });
    if (next.ownerId === ownerId && next.domain === domain) return;
  }
}

Deno.test("a domain that has not answered yet gets a sixth of the connections", () => {
  assert.equal(takenBy(places(["anna", "hangs.example", 20])).length, 1);
});

Deno.test("many domains side by side get as much as one that answers soon", () => {
  const names = Array.from({ length: 20 }, (_, n) => `domain${n}.example`);
  const crowd = places(
    ...names.map((name): ["anna", string, number] => ["anna", name, 1]),
  );
  assert.equal(takenBy(crowd).length, CONNECTIONS - 1);
});

Deno.test("once they are waited for, slow domains of one owner get half of them", async () => {
  const crowd = places();
  answer(crowd, "joe", "quick.example");
  for (const name of ["a", "b", "c", "d"]) {
    crowd.add(job("anna", `${name}.example`));
  }
  assert.equal(takenBy(crowd).length, 4);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  crowd.add(job("anna", "e.example"));
  assert.equal(crowd.hasNext, false);
  crowd.add(job("joe", "quick.example"));
  assert.equal(crowd.hasNext, true);
});

Deno.test("one that answers soon gets more, but no owner gets all", () => {
  const crowd = places();
  answer(crowd, "anna", "quick.example");
  for (let n = 0; n < 20; n++) crowd.add(job("anna", "quick.example"));
  assert.equal(takenBy(crowd).length, CONNECTIONS - 1);
});

Deno.test("connections go to owners in turns", () => {
  const crowd = places();
  answer(crowd, "anna", "quick.example");
  answer(crowd, "joe", "quick.example");
  for (let n = 0; n < 20; n++) crowd.add(job("anna", "quick.example"));
  for (let n = 0; n < 20; n++) crowd.add(job("joe", "quick.example"));
  const jobs = takenBy(crowd);
  assert.ok(Math.abs(countOf(jobs, "ownerId", "anna") - 4.5) <= 0.5);
});

Deno.test("behind a mail on its way goes only the same owner's next", () => {
  const crowd = places(["anna", "a.example", 1], ["joe", "a.example", 5]);
  const own = seat();
  assert.equal(crowd.take(own)?.ownerId, "anna");
  assert.equal(crowd.take(own), undefined);
  crowd.add(job("anna", "a.example"));
  assert.equal(crowd.take(own)?.ownerId, "anna");
});

Deno.test("an owner with more connections lets one go to another who has fewer", () => {
  const crowd = places();
  answer(crowd, "anna", "quick.example");
  for (let n = 0; n < 40; n++) crowd.add(job("anna", "quick.example"));
  const seats = Array.from({ length: 8 }, seat);
  for (const each of seats) assert.ok(crowd.take(each));
  const [first] = seats;
  assert.ok(first);
  assert.ok(crowd.take(first), "Nobody else waits yet.");
  crowd.add(job("joe", "b.example"));
  assert.equal(crowd.take(seats[1]!), undefined);
});

Deno.test("who no longer waits is taken by nobody", () => {
  const crowd = places();
  const gone = job("anna", "a.example");
  crowd.add(gone);
  assert.equal(crowd.remove(gone), true);
  assert.equal(crowd.remove(gone), false);
  assert.equal(crowd.waiting, 0);
  assert.equal(crowd.hasNext, false);
  assert.deepEqual([...crowd], []);
});
