import type { Certificate } from "./certificate.ts";
import { startInJail } from "./jail.ts";
import { type PackageSet, unpacked } from "./packages.ts";

/** Mail to anybody here is taken. */
export const TOWN = "town.example";
/** Here nobody but `known@` has a mailbox. */
export const LIST = "list.example";
/** Mails of more bytes are refused. */
export const MOST_BYTES = 40_000;
/** Who may send. The password needs escaping in a URL. */
export const POST = { user: "post", password: "p@ss:w/rd 5%" };

/** What a kind of mail server needs to know to be set up. */
export interface Site {
  port: number;
  certificate: Certificate;
}

/** A file or a folder in a server's root; folders end with a slash. */
export interface Piece {
  path: string;
  text?: string;
  /** Whose it is; root's unless told. */
  owner?: Account;
  mode?: number;
}

/** A user with a group of the same name and number. */
export interface Account {
  name: string;
  id: number;
}

/** A kind of mail server: where it comes from and how it is set up. */
export interface ServerKind extends PackageSet {
  accounts: readonly Account[];
  pieces(site: Site): Promise<Piece[]> | Piece[];
  /** Programs to run once before the first start. */
  preparations: readonly (readonly string[])[];
  command: readonly string[];
  /** Folders for mail on its way to the mailboxes. */
  queues: readonly string[];
  /** Tells a file of a mail that was taken over from what a killed server left half-written. */
  isTaken(file: { name: string; mode: number }): boolean;
}

/** Owns what is delivered. */
export const MAIL_OWNER: Account = { name: "letters", id: 5000 };

/** Lays out everything that a server needs in its root. */
export async function setUp(
  kind: ServerKind,
  { root, ...site }: Site & { root: string },
): Promise<void> {
  await run("cp", ["-a", `${await unpacked(kind)}/.`, root]);
  // What runs without root's rights has to get in as well.
  await Deno.chmod(root, 0o755);
  for (const piece of await piecesOf(kind, site)) await lay(root, piece);
  for (const command of kind.preparations) {
    const { success, said } = await startInJail(root, command).ended;
    if (!success) throw new Error(`${command.join(" ")}: ${said}`);
  }
}

async function piecesOf(kind: ServerKind, site: Site): Promise<Piece[]> {
  const accounts = [{ name: "root", id: 0 }, ...kind.accounts, MAIL_OWNER];
  const passwd = accounts.map(({ name, id }) =>
    `${name}:x:${id}:${id}::/:/bin/sh\n`
  );
  const group = accounts.map(({ name, id }) => `${name}:x:${id}:\n`);
  return [
    { path: "/etc/passwd", text: passwd.join("") },
    { path: "/etc/group", text: group.join("") },
    { path: "/etc/hosts", text: "127.0.0.1 localhost mail.town.example\n" },
    { path: "/etc/cert.pem", text: site.certificate.certificate },
    { path: "/etc/key.pem", text: site.certificate.key, mode: 0o600 },
    { path: "/dev/" },
    { path: "/proc/" },
    { path: "/tmp/", mode: 0o1777 },
    { path: "/mail/", owner: MAIL_OWNER },
    ...await kind.pieces(site),
  ];
}

async function lay(
  root: string,
  { path, text, owner, mode }: Piece,
): Promise<void> {
  const there = `${root}${path}`;
  if (path.endsWith("/")) await Deno.mkdir(there, { recursive: true });
  else {
    await Deno.mkdir(there.slice(0, there.lastIndexOf("/")), {
      recursive: true,
    });
    await Deno.writeTextFile(there, text ?? "");
  }
  if (owner) await Deno.chown(there, owner.id, owner.id);
  if (mode !== undefined) await Deno.chmod(there, mode);
}

async function run(program: string, args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(program, { args })
    .output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}
