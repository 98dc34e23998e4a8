import { DescriptionList } from "../../../../../components/DescriptionList.tsx";
import { Sheet } from "../../../../../components/Sheet.tsx";
import { Status } from "../../../../../components/Status.tsx";
import { Time } from "../../../../../components/Time.tsx";
import type { Catalogue } from "../../../../../core/i18n/catalogue.ts";
import { type User, userState } from "../../../../../core/users/user.ts";
import type { OwnCounts } from "../../../../../web/own_counts.ts";

/** A user, and how much is theirs. */
export interface UserFactsProps {
  user: User;
  counts: OwnCounts;
  now: Date;
  t: Catalogue;
}

/** What is known of a user. */
export function UserFacts({ user, counts, now, t }: UserFactsProps) {
  const words = t.admin.users;
  return (
    <Sheet>
      <DescriptionList
        facts={[
          [
            words.email,
            <span key="email" class="[overflow-wrap:anywhere]">
              {user.email}
            </span>,
          ],
          [words.state, <Status key="state" state={userState(user)} />],
          [words.joined, <Time key="joined" at={user.createdAt} now={now} />],
          [
            words.owns,
            <ul key="owns">
              <li>{t.common.clients(counts.clients)}</li>
              <li>{t.common.messages(counts.messages)}</li>
              <li>{t.common.mailings(counts.mailings)}</li>
            </ul>,
          ],
        ]}
      />
    </Sheet>
  );
}
