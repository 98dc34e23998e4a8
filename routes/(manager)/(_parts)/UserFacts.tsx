import { Count } from "../../../components/Count.tsx";
import { DescriptionList } from "../../../components/DescriptionList.tsx";
import { Sheet } from "../../../components/Sheet.tsx";
import { Time } from "../../../components/Time.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { WatchedUser } from "../../../core/oversight/watched_users.ts";

/** Somebody with an account, when they are read of, and in which words. */
export interface UserFactsProps extends WatchedUser {
  words: Catalogue["manager"]["users"];
  now: Date;
}

/** What is known of somebody: no secrets among it, and no clients. */
export function UserFacts(
  { user, clients, mailings, words, now }: UserFactsProps,
) {
  const { email, groups, createdAt, confirmedAt, timeZone, language } = user;
  return (
    <Sheet title={words.about}>
      <DescriptionList
        facts={[
          [
            words.email,
            <span key="email" class="[overflow-wrap:anywhere]">{email}</span>,
          ],
          [
            words.groups,
            groups.map(words.groupName).join(", ") || words.noGroups,
          ],
          [words.registered, <Time key="since" at={createdAt} now={now} />],
          [
            words.confirmed,
            confirmedAt
              ? <Time key="confirmed" at={confirmedAt} now={now} />
              : words.notConfirmed,
          ],
          [words.timeZone, timeZone.replaceAll("_", " ")],
          [words.language, words.languages[language ?? "unset"]],
          [words.clients, <Count key="clients" value={clients} />],
          [words.mailings, <Count key="mailings" value={mailings} />],
        ]}
      />
    </Sheet>
  );
}
