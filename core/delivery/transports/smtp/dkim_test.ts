import assert from "node:assert/strict";
import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  verify,
} from "node:crypto";
import { Buffer } from "node:buffer";
import { dkimSigner, relaxedBody } from "./dkim.ts";
import { mimeFiller } from "./mime/template.ts";
import { LETTER, recipient } from "./test_smtp.ts";

/** The example of RFC 8463, appendix A.3. */
const EXAMPLE = [
  "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;",
  " d=football.example.com; i=@football.example.com;",
  " q=dns/txt; s=brisbane; t=1528637909; h=from : to :",
  " subject : date : message-id : from : subject : date;",
  " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;",
  " b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus",
  " Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==",
  "From: Joe SixPack <joe@football.example.com>",
  "To: Suzie Q <suzie@shopping.example.net>",
  "Subject: Is dinner ready?",
  "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)",
  "Message-ID: <20030712040037.46341.5F8J@football.example.com>",
  "",
  "Hi.",
  "",
  "We lost the game.  Are you hungry yet?",
  "",
  "Joe.",
  "",
].join("\r\n");

const EXAMPLE_KEY = createPublicKey({
  key: {
    kty: "OKP",
    crv: "Ed25519",
    x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
  },
  format: "jwk",
});

/** Verifies as a receiver would, from the signature's own tags. */
function isGenuine(source: string, key: KeyObject): boolean {
  const [head = "", ...rest] = source.split("\r\n\r\n");
  const fields = head.split(/\r\n(?![ \t])/).map((field) => {
    const [name = "", ...value] = field.split(":");
    return { name: name.toLowerCase(), value: tidy(value.join(":")) };
  });
  const signature =
    fields.find(({ name }) => name === "dkim-signature")?.value ?? "";
  const tag = (name: string) =>
    new RegExp(`(?:^|;)\\s*${name}=([^;]*)`).exec(signature)?.[1]?.replace(
      /\s/g,
      "",
    ) ?? "";
  const bodyHash = createHash("sha256").update(
    relaxedBody(rest.join("\r\n\r\n")),
  ).digest("base64");
  if (bodyHash !== tag("bh")) return false;
  const left = [...fields];
  const signed = tag("h").split(":").map((wanted) => {
    const at = left.findLastIndex(({ name }) => name === wanted);
    const [field] = at < 0 ? [] : left.splice(at, 1);
    return field ? `${field.name}:${field.value}\r\n` : "";
  });
  const text = `${signed.join("")}dkim-signature:${
    signature.replace(/b=[^;=]*=*$/, "b=")
  }`;
  const bytes = Buffer.from(tag("b"), "base64");
  return tag("a") === "rsa-sha256"
    ? verify("sha256", Buffer.from(text), key, bytes)
    : verify(null, createHash("sha256").update(text).digest(), key, bytes);
}

function tidy(value: string): string {
  return value.replace(/\r\n/g, "").replace(/[ \t]+/g, " ").trim();
}

const SOURCE = mimeFiller({ ...LETTER, body: "Привет,  {{name}} \n\n\n" })(
  recipient(1, { values: { name: "Anna" } }),
  new Date(0),
);
const PAIRS = {
  "rsa-sha256": generateKeyPairSync("rsa", { modulusLength: 2048 }),
  "ed25519-sha256": generateKeyPairSync("ed25519"),
};

Deno.test("the example of RFC 8463 verifies, and not with another word in it", () => {
  assert.ok(isGenuine(EXAMPLE, EXAMPLE_KEY));
  assert.ok(!isGenuine(EXAMPLE.replace("dinner", "lunch"), EXAMPLE_KEY));
  assert.ok(!isGenuine(EXAMPLE.replace("lost", "won"), EXAMPLE_KEY));
});

for (const [algorithm, { privateKey, publicKey }] of Object.entries(PAIRS)) {
  const sign = dkimSigner({
    domain: "example.com",
    selector: "s1",
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  });

  Deno.test(`a mail signed with ${algorithm} verifies, and not once it is changed`, () => {
    const signed = sign(SOURCE);
    assert.ok(signed.endsWith(SOURCE));
    assert.match(signed, new RegExp(`^DKIM-Signature: v=1; a=${algorithm};`));
    assert.ok(isGenuine(signed, publicKey));
    for (
      const [from, to] of [["News", "Olds"], [
        "Content-Type: m",
        "Content-Type: M",
      ], ["<p>", "<q>"]] as const
    ) {
      assert.ok(signed.includes(from));
      assert.ok(!isGenuine(signed.replace(from, to), publicKey), from);
    }
    const forged = signed.replace(
      "\r\nFrom:",
      "\r\nFrom: eve@example.com\r\nFrom:",
    );
    assert.ok(!isGenuine(forged, publicKey));
  });

  Deno.test(`lines of a signature with ${algorithm} are short`, () => {
    assert.ok(sign(SOURCE).split("\r\n").every((line) => line.length <= 78));
  });
}

Deno.test("a body of nothing but line ends is an empty one", () => {
  assert.equal(relaxedBody("\r\n\r\n"), "");
  assert.equal(relaxedBody(" a \t b \r\n \r\n"), " a b\r\n");
});

Deno.test("a name or a key that cannot sign is refused at the start", () => {
  const pem = (pair: { privateKey: KeyObject }) =>
    pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const privateKey = pem(PAIRS["ed25519-sha256"]);
  assert.throws(() => dkimSigner({ domain: "a b", selector: "s", privateKey }));
  assert.throws(() =>
    dkimSigner({ domain: "a.example", selector: "s;x", privateKey })
  );
  assert.throws(() =>
    dkimSigner({ domain: "a.example", selector: "s", privateKey: "no key" })
  );
  const elliptic = pem(generateKeyPairSync("ec", { namedCurve: "P-256" }));
  assert.throws(() =>
    dkimSigner({ domain: "a.example", selector: "s", privateKey: elliptic })
  );
});
