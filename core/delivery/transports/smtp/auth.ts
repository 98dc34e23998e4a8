import { type Reply, replyText } from "./reply.ts";
import type { SmtpSettings } from "./settings.ts";
import type { Wire } from "./wire.ts";

/** How to sign in: what servers call their mechanisms. */
export type Mechanism = "PLAIN" | "LOGIN" | "XOAUTH2";

/** Who signs in, and how. */
export type Credentials = Pick<SmtpSettings, "user" | "password" | "auth">;

const PROMPT = 334;
const WELCOME = 235;
const encoder = new TextEncoder();

/** Signs in; what the server says against it closes the connection. */
export async function signIn(
  wire: Wire,
  { credentials, offered, timeout }: {
    credentials: Credentials;
    offered: readonly string[];
    timeout: number;
  },
): Promise<void> {
  const mechanism = chosen(credentials.auth, offered);
  if (!mechanism) {
    throw wire.fail(
      "The mail server offers no way to sign in that is known here.",
    );
  }
  const ask = async (line: string) => {
    await wire.write(`${line}\r\n`, timeout);
    return await wire.reply(timeout);
  };
  const reply = await dialogue(ask, mechanism, credentials);
  if (reply.code !== WELCOME) throw wire.fail(replyText(reply));
}

function chosen(
  wanted: Mechanism | undefined,
  offered: readonly string[],
): Mechanism | undefined {
  const known: Mechanism[] = wanted ? [wanted] : ["PLAIN", "LOGIN"];
  return known.find((mechanism) => offered.includes(mechanism));
}

async function dialogue(
  ask: (line: string) => Promise<Reply>,
  mechanism: Mechanism,
  { user, password }: Credentials,
): Promise<Reply> {
  if (mechanism === "PLAIN") {
    return await ask(`AUTH PLAIN ${base64(`\0${user}\0${password}`)}`);
  }
  if (mechanism === "XOAUTH2") {
    const token = base64(`user=${user}\x01auth=Bearer ${password}\x01\x01`);
    const reply = await ask(`AUTH XOAUTH2 ${token}`);
    // The reason comes as a prompt, and the refusal after an empty answer to it.
    return reply.code === PROMPT ? await ask("") : reply;
  }
  const first = await ask("AUTH LOGIN");
  if (first.code !== PROMPT) return first;
  const second = await ask(base64(user));
  return second.code === PROMPT ? await ask(base64(password)) : second;
}

function base64(text: string): string {
  return encoder.encode(text).toBase64();
}
