import {
  type Account,
  LIST,
  MAIL_OWNER,
  MOST_BYTES,
  type Piece,
  POST,
  type ServerKind,
  type Site,
  TOWN,
} from "./server_kind.ts";

const OWNER: Account = { name: "postfix", id: 101 };
const DROP: Account = { name: "postdrop", id: 102 };
const NOBODY: Account = { name: "nobody", id: 65534 };
const SPOOL = "/var/spool/postfix";
const REALM = `mail.${TOWN}`;
const WORK_FOLDERS = [
  "active",
  "bounce",
  "corrupt",
  "defer",
  "deferred",
  "flush",
  "hold",
  "incoming",
  "private",
  "saved",
  "trace",
];

/** Postfix, with passwords checked by Cyrus SASL. */
export const POSTFIX: ServerKind = {
  name: "Postfix",
  packages: [
    "postfix",
    "sasl2-bin",
    "libsasl2-modules",
    "libsasl2-modules-db",
    "dash",
  ],
  accounts: [OWNER, DROP, NOBODY],
  pieces: (site) => [
    { path: "/etc/postfix/main.cf", text: mainOf() },
    { path: "/etc/postfix/master.cf", text: masterOf(site) },
    { path: "/etc/postfix/sasl/smtpd.conf", text: SASL },
    { path: "/etc/postfix/password", text: POST.password },
    // Only who may read the passwords can check them.
    { path: "/etc/sasldb2", owner: OWNER, mode: 0o600 },
    ...folders(),
  ],
  preparations: [[
    "/bin/sh",
    "-c",
    `exec saslpasswd2 -c -p -u ${REALM} ${POST.user} </etc/postfix/password`,
  ]],
  command: ["/usr/lib/postfix/sbin/master", "-d", "-c", "/etc/postfix"],
  queues: ["maildrop", "incoming", "active", "deferred", "hold"].map((folder) =>
    `${SPOOL}/${folder}`
  ),
  // It sets this bit when all of a mail is on the disk.
  isTaken: ({ mode }) => (mode & 0o100) !== 0,
};

const SASL = `
pwcheck_method: auxprop
auxprop_plugin: sasldb
mech_list: PLAIN LOGIN
`;

function folders(): Piece[] {
  const owner = OWNER;
  return [
    // Without it the log cannot be written, and nothing goes on.
    { path: "/var/log/" },
    { path: "/var/lib/postfix/", owner },
    { path: `${SPOOL}/pid/` },
    { path: `${SPOOL}/public/`, owner, mode: 0o710 },
    { path: `${SPOOL}/maildrop/`, owner, mode: 0o730 },
    ...WORK_FOLDERS.map((folder) => ({
      path: `${SPOOL}/${folder}/`,
      owner,
      mode: 0o700,
    })),
  ];
}

function mainOf(): string {
  const { id } = MAIL_OWNER;
  return `
compatibility_level = 3.6
mail_owner = ${OWNER.name}
setgid_group = ${DROP.name}
default_privs = ${NOBODY.name}
queue_directory = ${SPOOL}
data_directory = /var/lib/postfix
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
maillog_file = /var/log/postfix.log
myhostname = ${REALM}
mydestination =
mynetworks = 127.0.0.2/32
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
alias_maps =
smtputf8_enable = yes
message_size_limit = ${MOST_BYTES}
# Not told beforehand, so that one of the servers has to say it of a mail it has got.
smtpd_discard_ehlo_keywords = size
mailbox_size_limit = 0
virtual_mailbox_limit = 0
virtual_mailbox_domains = ${TOWN}, ${LIST}
virtual_mailbox_base = /mail
virtual_mailbox_maps = inline:{ { @${TOWN} = town/ }, { known@${LIST} = list/ } }
virtual_uid_maps = static:${id}
virtual_gid_maps = static:${id}
smtpd_tls_security_level = encrypt
smtpd_tls_cert_file = /etc/cert.pem
smtpd_tls_key_file = /etc/key.pem
smtpd_sasl_auth_enable = yes
smtpd_sasl_local_domain = ${REALM}
smtpd_client_restrictions = permit_sasl_authenticated, reject
smtpd_relay_restrictions = permit_sasl_authenticated, reject
cyrus_sasl_config_path = /etc/postfix/sasl
`;
}

function masterOf({ port }: Site): string {
  return `
127.0.0.1:${port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;
}
