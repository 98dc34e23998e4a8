import { page } from "fresh";
import { Head } from "fresh/runtime";
import { PageHeader } from "../../../../../components/PageHeader.tsx";
import { Status } from "../../../../../components/Status.tsx";
import { userState } from "../../../../../core/users/user.ts";
import { defineOwner } from "../../../../../web/define.ts";
import { BlockAction } from "../../../(_parts)/BlockAction.tsx";
import { Halted } from "../../../(_parts)/Halted.tsx";
import { LatestMailings } from "../../../(_parts)/LatestMailings.tsx";
import { UserFacts } from "../../../(_parts)/UserFacts.tsx";

const SHOWN_MAILINGS = 10;

export const handler = defineOwner.handlers({
  async GET({ state, params }) {
    const { core: { oversight, store }, user: by } = state;
    const id = params.id ?? "";
    const [watched, bar, latest] = await Promise.all([
      oversight.users.get(id),
      oversight.users.barTo({ by, id }),
      oversight.mailings.list({ ownerId: id, limit: SHOWN_MAILINGS }),
    ]);
    return page({ ...watched, bar, latest: latest.items, now: store.now() });
  },
});

export default defineOwner.page<typeof handler>(({ data, state }) => {
  const { user, bar, latest, mailings, now } = data;
  const { t, permissions } = state;
  const words = t.manager.users;
  return (
    <>
      <Head>
        <title>{t.common.title(user.name)}</title>
      </Head>
      <PageHeader
        title={user.name}
        crumbs={[{ href: "/manage/users", label: words.title }]}
        about={<Status state={userState(user)} />}
        action={permissions.has("users.block") && (
          <BlockAction user={user} bar={bar} words={words} />
        )}
      />
      {user.blocked && (
        <Halted {...user.blocked} title={words.isBlocked} now={now} />
      )}
      <div class="flex flex-col gap-8 lg:grid lg:grid-cols-[minmax(0,1fr)_344px] lg:items-start lg:gap-10">
        <LatestMailings
          ownerId={user.id}
          latest={latest}
          total={mailings}
          t={t}
          now={now}
        />
        <UserFacts {...data} words={words} />
      </div>
    </>
  );
});
