import { Audit } from "./access/audit.ts";
import { Groups } from "./access/groups.ts";
import { createPasswords, type Passwords } from "./access/passwords.ts";
import { Sessions } from "./access/sessions.ts";
import { type Signer, Signing } from "./access/signing.ts";
import { Throttle } from "./access/throttle.ts";
import { Tokens } from "./access/tokens.ts";
import { Articles } from "./articles/articles.ts";
import { Attempts } from "./attempts/attempts.ts";
import { Cache } from "./cache/cache.ts";
import { Clients } from "./clients/clients.ts";
import { countRecipients } from "./delivery/audience_clients.ts";
import { Delivery } from "./delivery/delivery.ts";
import { Mailbox } from "./delivery/mailbox.ts";
import { MessageIds } from "./delivery/message_ids.ts";
import { Notices } from "./delivery/notices.ts";
import { POLICY, type Policy } from "./delivery/policy.ts";
import { Outlets } from "./delivery/outlets.ts";
import { StatisticsOffice } from "./delivery/statistics.ts";
import { Tally } from "./delivery/tally.ts";
import { Watch } from "./delivery/watch.ts";
import { Subscriptions } from "./delivery/subscriptions.ts";
import type { Transport } from "./delivery/transports/transport.ts";
import { type Log, SILENT } from "./log.ts";
import { Audiences } from "./mailings/audiences.ts";
import { Mailings } from "./mailings/mailings.ts";
import { Runs } from "./mailings/runs.ts";
import { Messages } from "./messages/messages.ts";
import { Oversight } from "./oversight/oversight.ts";
import { RecentWarnings } from "./oversight/recent_warnings.ts";
import type { Store } from "./storage/mod.ts";
import { Users } from "./users/users.ts";

/** The world that the core works in. */
export interface CoreOptions {
  store: Store;
  transport: Transport;
  /** The site's address, without a slash at the end. */
  baseUrl: string;
  /** The address that all mail comes from. */
  mailFrom: string;
  /** Departures from the usual figures of the delivery. */
  policy?: Partial<Policy>;
  passwords?: Passwords;
  /** A number from 0 up to 1. */
  random?: () => number;
  /** Does something later, if the process lasts; what need not be done at once is left to it. */
  later?: (work: () => void, ms: number) => void;
  log?: Log;
}

/** Everything that Sendoff can do. */
export interface Core {
  store: Store;
  users: Users;
  groups: Groups;
  /** What managers and administrators did. */
  audit: Audit;
  sessions: Sessions;
  /** Signs what comes back from outside. */
  signer: Signer;
  clients: Clients;
  messages: Messages;
  mailings: Mailings;
  audiences: Audiences;
  runs: Runs;
  attempts: Attempts;
  articles: Articles;
  cache: Cache;
  delivery: Delivery;
  /** How the delivery is doing. */
  watch: Watch;
  log: Log;
  /** What the log warned of. */
  warnings: RecentWarnings;
  /** Numbers for reports. */
  statistics: StatisticsOffice;
  /** All of it, as managers see it. */
  oversight: Oversight;
  subscriptions: Subscriptions;
  mailbox: Mailbox;
}

/** Puts the parts together; the only place that knows them all. */
export async function createCore(options: CoreOptions): Promise<Core> {
  const { store, baseUrl, transport } = options;
  const signer = await new Signing(store).load();
  const nouns = createNouns(store, signer);
  const subscriptions = new Subscriptions({
    clients: nouns.clients,
    signer,
    baseUrl,
    now: store.now,
  });
  const mailbox = new Mailbox(store);
  const warnings = new RecentWarnings(store);
  const log = warnings.listeningTo(options.log ?? SILENT);
  const outbound = outboundOf(options, log);
  const notices = new Notices(outbound);
  const sessions = new Sessions(store);
  const audit = new Audit(store);
  const groups = new Groups({
    store,
    audit,
    countMembers: (name) => users.countMembers(name),
  });
  const users: Users = new Users({
    store,
    sessions,
    audit,
    assertGroups: ({ names, by }, tx) => groups.assertGivable(names, by, tx),
    passwords: options.passwords ?? createPasswords(),
    tokens: new Tokens(store),
    throttle: new Throttle(store),
    baseUrl,
    notify: (notice, tx) => notices.add(notice, tx),
  });
  const domain = options.mailFrom.slice(options.mailFrom.lastIndexOf("@") + 1);
  const messageIds = new MessageIds(signer, domain);
  const delivery = new Delivery({
    ...nouns,
    ...outbound,
    users,
    mailbox,
    notices,
    audit,
    baseUrl,
    transport,
    office: {
      unsubscribeUrl: (ownerId, clientId) =>
        subscriptions.urlOf(ownerId, clientId),
      messageId: (run, seq) => messageIds.of(run, seq),
      listId: (ownerId) => `mailings.${signer.mark("list", ownerId)}.${domain}`,
    },
  });
  const oversight = new Oversight({
    ...nouns,
    users,
    audit,
    totalsOf: (run) => delivery.totals(run),
    permissionsOf: (user) => groups.permissionsOf(user),
  });
  return {
    ...nouns,
    ...blogOf(options),
    users,
    groups,
    audit,
    sessions,
    signer,
    delivery,
    watch: new Watch({ ...nouns, ...outbound, users }),
    log,
    warnings,
    statistics: new StatisticsOffice(store),
    oversight,
    subscriptions,
    mailbox,
  };
}

function blogOf({ store, random = Math.random, later }: CoreOptions) {
  const cache = new Cache(store);
  return { cache, articles: new Articles({ store, cache, random, later }) };
}

function outboundOf(options: CoreOptions, log: Log) {
  const { store, transport, mailFrom, random = Math.random } = options;
  const policy = { ...POLICY, ...options.policy };
  const outlets = new Outlets({
    store,
    service: transport.name,
    atOnce: transport.atOnce,
    policy,
  });
  return { store, transport, mailFrom, random, policy, outlets, log: log.warn };
}

function createNouns(store: Store, signer: Signer) {
  const clients = new Clients({
    store,
    usedIn: (ownerId, clientId) => mailings.usingClient(ownerId, clientId),
    markOf: (purpose, text) => signer.mark(purpose, text),
  });
  const messages = new Messages({
    store,
    usedIn: (ownerId, textId) => mailings.usingText(ownerId, textId),
  });
  const audiences = new Audiences({
    store,
    knownClients: (ownerId, ids) => clients.of(ownerId).known(ids),
  });
  const runs = new Runs(store);
  const tally = new Tally(store);
  const mailings: Mailings = new Mailings({
    store,
    audiences,
    runs,
    settledOf: (run) => tally.settledOf(run),
    textOf: (ownerId, id) => messages.of(ownerId).find(id),
    countClients: async (ownerId, search) => {
      const wanted = { ...(search !== undefined && { search }), atMost: 1 };
      return (await clients.of(ownerId).count(wanted)).count;
    },
    countRecipients: async (ownerId, audience) =>
      (await countRecipients(
        { clients, audiences },
        { ownerId, audience, atMost: 1 },
      )).count,
  });
  return {
    store,
    clients,
    messages,
    audiences,
    mailings,
    runs,
    attempts: new Attempts(store),
  };
}
