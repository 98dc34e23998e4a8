import assert from "node:assert/strict";
import { networkOf } from "./network.ts";

Deno.test("an IPv4 address is its own network", () => {
  assert.equal(networkOf("192.0.2.7"), "192.0.2.7");
});

Deno.test("an IPv4 address written as IPv6 is the same network", () => {
  assert.equal(networkOf("::ffff:192.0.2.7"), "192.0.2.7");
});

Deno.test("IPv6 addresses of one customer are one network, however written", () => {
  assert.equal(networkOf("2001:db8:1:2:a:b:c:d"), "2001:db8:1:2");
  assert.equal(networkOf("2001:0DB8:0001:0002::1"), "2001:db8:1:2");
  assert.equal(networkOf("2001:db8::1"), "2001:db8:0:0");
  assert.equal(networkOf("2001:db8::3:4:5:6:7"), "2001:db8:0:3");
  assert.equal(networkOf("::1"), "0:0:0:0");
});
