import assert from "node:assert/strict";
import { counting } from "./plural.ts";

Deno.test("English knows one and many", () => {
  const count = counting("en");
  const clients = { one: "client", many: "clients" };
  assert.equal(count(1, clients), "1 client");
  assert.equal(count(0, clients), "0 clients");
  assert.equal(count(1204, clients), "1,204 clients");
});

Deno.test("Russian knows one, few and many", () => {
  const count = counting("ru");
  const clients = { one: "клиент", few: "клиента", many: "клиентов" };
  const said = [1, 2, 5, 11, 21, 22, 25, 111, 1204].map((n) =>
    count(n, clients)
  );
  assert.deepEqual(said, [
    "1 клиент",
    "2 клиента",
    "5 клиентов",
    "11 клиентов",
    "21 клиент",
    "22 клиента",
    "25 клиентов",
    "111 клиентов",
    "1 204 клиента".replace(" ", "\u00a0"),
  ]);
});
