import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { isGenuine } from "../../core/delivery/transports/smtp/test_dkim.ts";
import {
  assertRefused,
  runCommandLine,
  withFolder,
} from "../../tasks/test_command.ts";
import { makeDueMailing, onStore } from "./due_mailing.ts";
import { startSmtp } from "./smtp_server.ts";

const PAIR = generateKeyPairSync("rsa", { modulusLength: 2048 });
const PEM = PAIR.privateKey.export({ type: "pkcs8", format: "pem" }).toString();

interface Scene {
  env: Record<string, string>;
  keyFile: string;
}

/** Runs a test with a key file and variables that sign with it over SMTP. */
async function withKey(test: (scene: Scene) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const keyFile = `${folder}/dkim.pem`;
    await Deno.writeTextFile(keyFile, PEM);
    await test({
      keyFile,
      env: {
        KV_PATH: `${folder}/sendoff.db`,
        MAIL_URL: "smtp://127.0.0.1:1",
        MAIL_FROM: "post@example.com",
        DKIM_DOMAIN: "example.com",
        DKIM_SELECTOR: "sendoff",
        DKIM_KEY_FILE: keyFile,
      },
    });
  });
}

Deno.test("with a key every mail arrives with a signature that verifies", async () => {
  await withKey(async ({ env }) => {
    const smtp = await startSmtp();
    await onStore(
      env.KV_PATH ?? "",
      (core) => makeDueMailing(core, { clients: 3 }),
    );
    const sent = await runCommandLine("runmailing", [], {
      env: { ...env, MAIL_URL: smtp.url },
    });
    await smtp.close();
    assert.equal(sent.code, 0, sent.stderr);
    assert.equal(smtp.received.length, 3);
    for (const { source } of smtp.received) {
      assert.match(source, /^DKIM-Signature: v=1; a=rsa-sha256;/);
      assert.match(source, /d=example\.com;\s+s=sendoff;/);
      assert.ok(isGenuine(source, PAIR.publicKey));
      const forged = source.replace(/^Subject: /m, "Subject: Re: ");
      assert.ok(!isGenuine(forged, PAIR.publicKey));
    }
  });
});

Deno.test("a key that cannot sign refuses the start in one line", async () => {
  await withKey(async ({ env, keyFile }) => {
    const missing = await runCommandLine("runmailing", [], {
      env: { ...env, DKIM_KEY_FILE: `${keyFile}.old` },
    });
    assertRefused(missing, /DKIM_KEY_FILE names .* there is no such file\./);
    const half = await runCommandLine("runmailing", [], {
      env: { ...env, DKIM_SELECTOR: "" },
    });
    assertRefused(half, /go together; DKIM_SELECTOR is not set\./);
    await Deno.writeTextFile(keyFile, "-----BEGIN PRIVATE KEY-----\nno\n");
    const garbage = await runCommandLine("runmailing", [], { env });
    assertRefused(garbage, /DKIM_KEY_FILE holds no private key/);
  });
});
