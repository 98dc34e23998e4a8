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

const OWNER: Account = { name: "Debian-exim", id: 101 };
const SPOOL = "/var/spool/exim4";

/** Exim, with its own plaintext authenticators. */
export const EXIM: ServerKind = {
  name: "Exim",
  packages: ["exim4-daemon-light"],
  accounts: [OWNER, { name: "mail", id: 8 }],
  pieces: (site) => [
    { path: "/etc/exim4/exim4.conf", text: configurationOf(site) },
    // It reads these without root's rights.
    {
      path: "/etc/key.pem",
      text: site.certificate.key,
      owner: OWNER,
      mode: 0o600,
    },
    { path: `${SPOOL}/`, owner: OWNER, mode: 0o750 },
    { path: "/var/log/exim4/", owner: OWNER, mode: 0o750 },
  ],
  preparations: [],
  command: ["/usr/sbin/exim4", "-bdf", "-q5s"],
  queues: [`${SPOOL}/input`],
  // The headers are written last.
  isTaken: ({ name }) => name.endsWith("-H"),
};

function configurationOf({ port }: Site): string {
  const { name } = MAIL_OWNER;
  const is = (variable: string, text: string) => `eq{${variable}}{${text}}`;
  const signedIn = (user: string, password: string) =>
    `\${if and{{${is(user, POST.user)}}{${is(password, POST.password)}}}}`;
  return `
primary_hostname = mail.${TOWN}
daemon_smtp_ports = ${port}
local_interfaces = 127.0.0.1
log_file_path = /var/log/exim4/%slog
disable_ipv6
host_lookup =
rfc1413_query_timeout = 0s
keep_environment =
message_size_limit = ${MOST_BYTES}
tls_advertise_hosts = *
tls_certificate = /etc/cert.pem
tls_privatekey = /etc/key.pem
auth_advertise_hosts = \${if def:tls_in_cipher {*}}
acl_smtp_mail = mail
acl_smtp_rcpt = rcpt

begin acl
mail:
  deny !encrypted = *
       message = encryption required
  deny !authenticated = *
       message = authentication required
  accept
rcpt:
  require verify = recipient
  accept

begin routers
town:
  driver = accept
  domains = ${TOWN}
  transport = town
list:
  driver = accept
  domains = ${LIST}
  local_parts = known
  transport = list

begin transports
town:
  driver = appendfile
  directory = /mail/town
  maildir_format
  envelope_to_add
  user = ${name}
  group = ${name}
list:
  driver = appendfile
  directory = /mail/list
  maildir_format
  envelope_to_add
  user = ${name}
  group = ${name}

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${signedIn("$auth2", "$auth3")}
  server_set_id = $auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = ${signedIn("$auth1", "$auth2")}
  server_set_id = $auth1
`;
}
