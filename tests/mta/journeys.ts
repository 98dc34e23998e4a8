import assert from "node:assert/strict";
import { runCommandLine, withFolder } from "../../tasks/test_command.ts";
import { addDueMailing, makeDueMailing } from "../journeys/due_mailing.ts";
import { waitFor } from "../wait_for.ts";
import { attemptsOf, deliver, standing, withEngine } from "./engine.ts";
import { MailServer } from "./mail_server.ts";
import type { Delivered } from "./maildir.ts";
import { LIST, MOST_BYTES, type ServerKind, TOWN } from "./server_kind.ts";
import { SERVER_KINDS } from "./server_kinds.ts";

/** Who the mailings are from. */
const COMPANY = { email: `owner@${TOWN}`, name: "Книжная гавань" };
const CLIENTS = 300;
/** What the transport opens at most, with a message under way on each. */
const CONNECTIONS = 10;
/** What was handed over without a word back is tried again after a minute. */
const SECONDS = 150;

/** A server, and a store file to send from. */
interface Scene {
  server: MailServer;
  path: string;
}

for (const kind of SERVER_KINDS) journeysWith(kind);

function journeysWith(kind: ServerKind): void {
  const test = (name: string, journey: (scene: Scene) => Promise<void>) =>
    Deno.test(`${kind.name}: ${name}`, async () => {
      await withFolder(async (folder) => {
        await using server = await MailServer.open(kind);
        await journey({ server, path: `${folder}/sendoff.db` });
      });
    });
  test(
    "a mailing in Russian reaches everybody once, each with their own text",
    inRussian,
  );
  test(
    "an unknown recipient is refused with the server's reply, the others get theirs",
    unknownRecipient,
  );
  test(
    "so many unknown recipients that the server loses patience are refused, and no others",
    manyUnknown,
  );
  test(
    "a mail larger than the server takes is refused, and the next one goes through",
    tooLarge,
  );
  test(
    "a wrong password is trouble with the service and costs nobody a try",
    wrongPassword,
  );
  test(
    "runmailing checks the server's certificate and signs in with LOGIN",
    verified,
  );
  test(
    "a server that dies half-way and comes back gets everything to everybody",
    deathHalfWay,
  );
}

async function inRussian({ server, path }: Scene): Promise<void> {
  const mailUrl = server.url();
  await withEngine({ path, mailUrl }, async (core) => {
    const mailing = await makeDueMailing(core, inRussianTo(CLIENTS));
    const totals = await deliver(core, mailing, SECONDS);
    assert.equal(totals.delivered, CLIENTS);
    const attempts = await attemptsOf(core, mailing);
    assert.equal(attempts.length, CLIENTS);
  });
  const mails = await server.delivered();
  assert.equal(mails.length, CLIENTS);
  assertEachTheirOwn(mails);
}

async function unknownRecipient({ server, path }: Scene): Promise<void> {
  const mailUrl = server.url();
  await withEngine({ path, mailUrl }, async (core) => {
    const clients = [`known@${LIST}`, `nobody@${LIST}`, `client1@${TOWN}`]
      .map((email, number) => ({ email, name: `Client ${number}` }));
    const mailing = await makeDueMailing(core, {
      owner: COMPANY,
      text: { subject: "News", body: "Dear {{name}}" },
      clients,
    });
    const totals = await deliver(core, mailing, SECONDS);
    assert.deepEqual([totals.delivered, totals.refused], [2, 1]);
    const attempts = await attemptsOf(core, mailing);
    const refused = attempts.filter(({ outcome }) => outcome === "refused");
    assert.deepEqual(refused.map(({ email }) => email), [`nobody@${LIST}`]);
    assert.match(refused[0]?.reply ?? "", /^5\d\d /);
    assert.equal(attempts.length, 3);
  });
  const got = (await server.delivered()).map(({ envelopeTo }) => envelopeTo);
  assert.deepEqual(got.sort(), [`client1@${TOWN}`, `known@${LIST}`]);
}

/** Postfix hangs up after 20 errors on a connection. */
async function manyUnknown({ server, path }: Scene): Promise<void> {
  const mailUrl = server.url({ parameters: "verify=off&connections=1" });
  const contents = inRussianTo(40);
  const unknown = Array.from({ length: 25 }, (_, number) => ({
    email: `nobody${number}@${LIST}`,
    name: `Nobody ${number}`,
  }));
  await withEngine({ path, mailUrl }, async (core) => {
    const mailing = await makeDueMailing(core, {
      ...contents,
      clients: [...unknown, ...contents.clients],
    });
    const totals = await deliver(core, mailing, SECONDS);
    assert.deepEqual([totals.delivered, totals.refused], [40, 25]);
    assert.equal((await attemptsOf(core, mailing)).length, 65);
  });
  assert.equal((await server.delivered()).length, 40);
}

async function tooLarge({ server, path }: Scene): Promise<void> {
  const mailUrl = server.url();
  await withEngine({ path, mailUrl }, async (core) => {
    const contents = inRussianTo(3);
    const text = { ...contents.text, body: "ж".repeat(MOST_BYTES / 2) };
    const mailing = await makeDueMailing(core, { ...contents, text });
    const totals = await deliver(core, mailing, SECONDS);
    assert.equal(totals.refused, 3);
    const attempts = await attemptsOf(core, mailing);
    for (const { reply, reason } of attempts) {
      // Told beforehand how much it takes, we do not even try.
      assert.match(
        reply,
        new RegExp(`^552 5.3.4|takes ${MOST_BYTES} bytes`),
      );
      assert.equal(reason, "too-large");
    }
    const next = await addDueMailing(core, mailing.ownerId, contents.text);
    assert.equal((await deliver(core, next, SECONDS)).delivered, 3);
  });
  assert.equal((await server.delivered()).length, 3);
}

async function wrongPassword({ server, path }: Scene): Promise<void> {
  const wrong = server.url({ password: "guessed" });
  const mailing = await withEngine({ path, mailUrl: wrong }, async (core) => {
    const mailing = await makeDueMailing(core, inRussianTo(20));
    const { handed, trouble } = await core.delivery.run();
    assert.match(trouble?.reason ?? "", /^5\d\d /);
    const { delivered, deferred, refused } = handed;
    assert.deepEqual([delivered, deferred, refused], [0, 0, 0]);
    assert.deepEqual(await attemptsOf(core, mailing), []);
    const { totals } = await standing(core, mailing);
    assert.equal(totals.waiting, 20);
    return mailing;
  });
  await withEngine({ path, mailUrl: server.url() }, async (core) => {
    const totals = await deliver(core, mailing, SECONDS);
    assert.equal(totals.delivered, 20);
    const attempts = await attemptsOf(core, mailing);
    assert.deepEqual(
      new Set(attempts.map(({ number }) => number)),
      new Set([1]),
    );
  });
  const mails = await server.delivered();
  assert.equal(mails.length, 20);
}

async function verified({ server, path }: Scene): Promise<void> {
  const mailUrl = server.url({ parameters: "auth=login" });
  await withEngine({ path, mailUrl }, async (core) => {
    await makeDueMailing(core, inRussianTo(9));
  });
  const env = {
    KV_PATH: path,
    MAIL_URL: mailUrl.href,
    MAIL_FROM: `news@${TOWN}`,
  };
  const stranger = await runCommandLine("runmailing", [], { env });
  assert.match(stranger.stdout, /certificate/i);
  assert.equal(stranger.code, 1, stranger.stderr);
  const cert = `${path}.pem`;
  await Deno.writeTextFile(cert, server.certificate.certificate);
  const trusting = { ...env, DENO_CERT: cert };
  // What the first try has closed stays closed for some seconds.
  await waitFor("runmailing to send", async () => {
    const { stdout } = await runCommandLine("runmailing", [], {
      env: trusting,
    });
    return stdout.includes("9 of 9 messages delivered");
  }, SECONDS);
  assert.equal((await server.delivered()).length, 9);
}

async function deathHalfWay({ server, path }: Scene): Promise<void> {
  const mailUrl = server.url();
  await withEngine({ path, mailUrl }, async (core) => {
    const mailing = await makeDueMailing(core, inRussianTo(CLIENTS));
    const delivering = deliver(core, mailing, SECONDS);
    await waitFor("a third to be sent", async () => {
      const { totals } = await standing(core, mailing);
      return totals.delivered > CLIENTS / 3;
    }, SECONDS);
    await server.stop();
    const { totals } = await standing(core, mailing);
    assert.ok(totals.waiting > 0, "the server died too late");
    await server.start();
    assert.equal((await delivering).delivered, CLIENTS);
    const attempts = await attemptsOf(core, mailing);
    const delivered = attempts.filter(({ outcome }) => outcome === "delivered");
    assert.equal(delivered.length, CLIENTS);
    // The others were handed over without a word back.
    assert.ok(attempts.length <= CLIENTS + CONNECTIONS, `${attempts.length}`);
  });
  const mails = await server.delivered();
  assert.ok(mails.length <= CLIENTS + CONNECTIONS, `${mails.length}`);
  assertEachTheirOwn(mails);
}

function inRussianTo(count: number) {
  return {
    owner: COMPANY,
    text: {
      subject: "Осенние новости для {{name}}",
      body: "Здравствуйте, {{name}}!\n\nЭто письмо — только для {{email}}.\n",
    },
    clients: Array.from({ length: count }, (_, number) => ({
      email: `client${number}@${TOWN}`,
      name: `Клиент №${number}`,
    })),
  };
}

/** Asserts that all have got their mail; one that came twice bears the same id. */
function assertEachTheirOwn(mails: readonly Delivered[]): void {
  const ids = new Set(mails.map(({ messageId }) => messageId));
  const recipients = new Set(mails.map(({ envelopeTo }) => envelopeTo));
  assert.deepEqual([ids.size, recipients.size], [CLIENTS, CLIENTS]);
  for (const { envelopeTo, from, to, subject, text } of mails) {
    const number = envelopeTo.match(/^client(\d+)@/)?.[1];
    const name = `Клиент №${number}`;
    assert.equal(to, `"${name}" <${envelopeTo}>`);
    assert.equal(from, `"${COMPANY.name}" <news@${TOWN}>`);
    assert.equal(subject, `Осенние новости для ${name}`);
    assert.ok(
      text.startsWith(
        `Здравствуйте, ${name}!\n\nЭто письмо — только для ${envelopeTo}.\n`,
      ),
      text,
    );
  }
}
