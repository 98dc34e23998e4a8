import { Audit } from "../access/audit.ts";
import { createPasswords, type Passwords } from "../access/passwords.ts";
import { Sessions } from "../access/sessions.ts";
import { type TestStore, withStore } from "../access/test_store.ts";
import { Throttle } from "../access/throttle.ts";
import { Tokens } from "../access/tokens.ts";
import { Invalid } from "../errors.ts";
import type { Notice } from "./account_mails.ts";
import type { User } from "./user.ts";
import { Users } from "./users.ts";

/** Everything a test of users works with. */
export interface TestUsers extends TestStore {
  users: Users;
  sessions: Sessions;
  audit: Audit;
  /** Mails in the order they were asked for, those of repeated transactions too. */
  mails: Notice[];
  /** How often a password was compared, with a hash or without one. */
  compared: () => number;
  /** Does something while the next password is being hashed. */
  meanwhile(work: () => Promise<unknown>): void;
  /** Makes users at another cost of hashes, over the same store. */
  withCost(N: number): Users;
}

/** A registration that nothing is wrong with. */
export const ANNA = {
  email: "anna@example.com",
  name: "Anna Petrova",
  password: "a long secret",
  timeZone: "Europe/Berlin",
};

const GROUPS = ["owner", "manager", "administrator"];

/** Runs a test against users of its own, with cheap hashes. */
export async function withUsers(
  test: (world: TestUsers) => Promise<void>,
): Promise<void> {
  await withStore(async (world) => {
    const { store } = world;
    const mails: Notice[] = [];
    const sessions = new Sessions(store);
    const audit = new Audit(store);
    let comparisons = 0;
    let interruption: (() => Promise<unknown>) | undefined;
    const interrupt = async () => {
      const work = interruption;
      interruption = undefined;
      await work?.();
    };
    const withCost = (N: number) =>
      new Users({
        store,
        passwords: watched(N, {
          onVerify: () => comparisons++,
          onHash: interrupt,
        }),
        sessions,
        tokens: new Tokens(store),
        throttle: new Throttle(store),
        audit,
        assertGroups: ({ names }) => {
          const unknown = names.find((name) => !GROUPS.includes(name));
          if (unknown === undefined) return Promise.resolve();
          return Promise.reject(new Invalid({ groups: `No ${unknown}` }));
        },
        baseUrl: "https://sendoff.test",
        notify: (notice) => void mails.push(notice),
      });
    const compared = () => comparisons;
    const meanwhile = (work: () => Promise<unknown>) => {
      interruption = work;
    };
    const users = withCost(16);
    await test({
      ...world,
      users,
      sessions,
      audit,
      mails,
      compared,
      meanwhile,
      withCost,
    });
  });
}

/** The token in the last mail's link of that kind. */
export function mailedToken(
  mails: Notice[],
  kind: "confirm" | "reset",
): string {
  const link = new RegExp(`https://sendoff\\.test/${kind}/([\\w-]+)`);
  const token = mails.at(-1)?.body.match(link)?.[1];
  if (token === undefined) throw new Error(`The last mail has no ${kind} link`);
  return token;
}

/** What shows that a registration is Anna's. */
export const OWN = { password: ANNA.password };

/** Anna, registered and confirmed. */
export async function confirmedAnna(
  { users, mails }: Pick<TestUsers, "users" | "mails">,
): Promise<User> {
  await users.register(ANNA);
  return await users.confirm(mailedToken(mails, "confirm"), OWN);
}

function watched(
  N: number,
  watch: { onVerify: () => void; onHash: () => Promise<void> },
): Passwords {
  const passwords = createPasswords({ cost: { N, r: 1, p: 1 } });
  return {
    ...passwords,
    async hash(password) {
      await watch.onHash();
      return await passwords.hash(password);
    },
    verify(password, hash) {
      watch.onVerify();
      return passwords.verify(password, hash);
    },
  };
}
