import assert from "node:assert/strict";
import {
  clientAddress,
  NO_PROXIES,
  TrustedProxies,
} from "./trusted_proxies.ts";

function clientOf(
  trusted: string | undefined,
  headers: Record<string, string>,
  connection = "10.0.0.1",
): string {
  const proxies = trusted === undefined
    ? NO_PROXIES
    : TrustedProxies.parse(trusted);
  return clientAddress({ connection, headers: new Headers(headers) }, proxies);
}

const CHAIN = { "x-forwarded-for": "6.6.6.6, 203.0.113.7, 10.0.0.2" };

Deno.test("without trusted proxies no header counts", () => {
  assert.equal(clientOf(undefined, CHAIN), "10.0.0.1");
  assert.equal(clientOf("0", CHAIN), "10.0.0.1");
});

Deno.test("so many hops are believed, and nothing that stands before them", () => {
  assert.equal(clientOf("1", CHAIN), "10.0.0.2");
  assert.equal(clientOf("2", CHAIN), "203.0.113.7");
  assert.equal(
    clientOf("9", { "x-forwarded-for": "203.0.113.7" }),
    "203.0.113.7",
  );
});

Deno.test("the proxies of a network are passed over, whoever else wrote into the header", () => {
  assert.equal(clientOf("10.0.0.0/8", CHAIN), "203.0.113.7");
  assert.equal(clientOf("10.0.0.1", CHAIN), "10.0.0.2");
  assert.equal(clientOf("10.0.0.0/8", CHAIN, "198.51.100.9"), "198.51.100.9");
  assert.equal(clientOf("10.0.0.0/8", CHAIN, "::ffff:10.0.0.1"), "203.0.113.7");
});

Deno.test("addresses are read as proxies write them", () => {
  const read = (text: string) => clientOf("1", { "x-forwarded-for": text });
  assert.equal(read("203.0.113.7:4711"), "203.0.113.7");
  assert.equal(read("[2001:db8::1]:443"), "2001:db8::1");
  assert.equal(read("2001:db8::1"), "2001:db8::1");
  for (const garbage of ["unknown", "", "203.0.113", "<script>", "1.2.3.4.5"]) {
    assert.equal(read(garbage), "10.0.0.1", garbage);
  }
});

Deno.test("the standard header counts where the usual one is absent", () => {
  const forwarded =
    'for=6.6.6.6, for="[2001:db8::1]:443";proto=https, by=x;for=10.0.0.2';
  assert.equal(clientOf("10.0.0.0/8", { forwarded }), "2001:db8::1");
  assert.equal(
    clientOf("1", { forwarded, "x-forwarded-for": "203.0.113.7" }),
    "203.0.113.7",
  );
});

Deno.test("what names neither hops nor networks is refused", () => {
  for (const text of ["yes", "10.0.0.0/33", "10.0.0/8", "99", "a,b", "-1"]) {
    assert.ok(!TrustedProxies.safeParse(text).success, text);
  }
});
