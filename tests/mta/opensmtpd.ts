import {
  type Account,
  LIST,
  MAIL_OWNER,
  MOST_BYTES,
  POST,
  type ServerKind,
  type Site,
  TOWN,
} from "./server_kind.ts";

const DAEMON: Account = { name: "opensmtpd", id: 101 };
const QUEUE: Account = { name: "opensmtpq", id: 102 };
const SPOOL = "/var/spool/smtpd";

/** OpenSMTPD, with a table of passwords. */
export const OPENSMTPD: ServerKind = {
  name: "OpenSMTPD",
  packages: ["opensmtpd", "dash"],
  accounts: [DAEMON, QUEUE, { name: "nobody", id: 65534 }],
  pieces: async (site) => [
    { path: "/etc/smtpd.conf", text: configurationOf(site) },
    { path: "/etc/mail-users", text: await usersLine(), mode: 0o644 },
    { path: "/etc/mail-boxes", text: mailboxes() },
    { path: "/etc/mailname", text: `mail.${TOWN}\n` },
    // It wants to know authorities although it asks nobody for a certificate.
    {
      path: "/etc/ssl/certs/ca-certificates.crt",
      text: site.certificate.certificate,
    },
    { path: "/var/lib/opensmtpd/empty/" },
    { path: "/var/run/" },
    { path: `${SPOOL}/`, mode: 0o711 },
  ],
  preparations: [],
  command: ["/usr/sbin/smtpd", "-d"],
  queues: [`${SPOOL}/queue`],
  // What comes in lies in another folder first.
  isTaken: () => true,
};

function mailboxes(): string {
  const { name } = MAIL_OWNER;
  return `@${TOWN} ${name}\nknown@${LIST} ${name}\n`;
}

async function usersLine(): Promise<string> {
  const { stdout } = await new Deno.Command("openssl", {
    args: ["passwd", "-6", POST.password],
  }).output();
  return `${POST.user} ${new TextDecoder().decode(stdout).trim()}\n`;
}

function configurationOf({ port }: Site): string {
  return `
pki mail cert "/etc/cert.pem"
pki mail key "/etc/key.pem"
table users file:/etc/mail-users
table boxes file:/etc/mail-boxes
smtp max-message-size "${MOST_BYTES}"
listen on 127.0.0.1 port ${port} tls-require pki mail auth <users> hostname mail.${TOWN}
action "town" maildir "/mail/town" virtual <boxes>
action "list" maildir "/mail/list" virtual <boxes>
match auth from any for domain "${TOWN}" action "town"
match auth from any for domain "${LIST}" action "list"
`;
}
