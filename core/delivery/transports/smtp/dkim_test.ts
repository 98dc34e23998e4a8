import assert from "node:assert/strict";
import {
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { Invalid } from "../../../errors.ts";
import { LETTER, recipient } from "../../test_letter.ts";
import { type DkimOptions, dkimSigner, relaxedBody } from "./dkim.ts";
import { mimeFiller } from "./mime/template.ts";
import { wholeText } from "./output.ts";
import { isGenuine } from "./test_dkim.ts";

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

const SOURCE = wholeText(
  mimeFiller({ ...LETTER, body: "Привет,  {{name}} \n\n\n" })(
    recipient(1, { values: { name: "Anna" } }),
    new Date(0),
  ),
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

const pemOf = (pair: { privateKey: KeyObject }) =>
  pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const PRIVATE_KEY = pemOf(PAIRS["ed25519-sha256"]);

const UNUSABLE: [options: Partial<DkimOptions>, sentence: RegExp][] = [
  [{ domain: "a b" }, /^DKIM_DOMAIN is no domain\.$/],
  [{ selector: "s;x" }, /^DKIM_SELECTOR is no selector\.$/],
  [{ privateKey: "no key" }, /^DKIM_KEY_FILE holds no private key that can/],
  [{ privateKey: "" }, /^DKIM_KEY_FILE holds no private key that can/],
  [
    {
      privateKey: PAIRS["rsa-sha256"].publicKey.export({
        type: "spki",
        format: "pem",
      }).toString(),
    },
    /^DKIM_KEY_FILE holds no private key that can/,
  ],
  [
    { privateKey: pemOf(generateKeyPairSync("ec", { namedCurve: "P-256" })) },
    /^DKIM_KEY_FILE has a key of type ec: use RSA or Ed25519\.$/,
  ],
  [
    { privateKey: pemOf(generateKeyPairSync("rsa", { modulusLength: 512 })) },
    /^DKIM_KEY_FILE has an RSA key of 512 bits, which receivers ignore/,
  ],
];

for (const [options, sentence] of UNUSABLE) {
  Deno.test(`what cannot sign is refused at the start: ${sentence.source}`, () => {
    const all = {
      domain: "example.com",
      selector: "s",
      privateKey: PRIVATE_KEY,
      ...options,
    };
    assert.throws(() => dkimSigner(all), (error) => {
      assert.ok(error instanceof Invalid);
      assert.match(error.message, sentence);
      return true;
    });
  });
}
