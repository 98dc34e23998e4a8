import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ButtonLink } from "../../../../components/Button.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { defineOwner } from "../../../../web/define.ts";
import { type CountedGroup, GroupTable } from "./(_parts)/GroupTable.tsx";

/** Every group, with how many users it has. */
export const handler = defineOwner.handlers({
  async GET({ state: { core } }) {
    const groups: CountedGroup[] = await Promise.all(
      (await core.groups.list()).map(async (group) => ({
        ...group,
        members: await core.users.countMembers(group.name),
      })),
    );
    return page({ groups });
  },
});

/** The list of groups. */
export default defineOwner.page<typeof handler>(
  function GroupsPage({ data: { groups }, state: { t } }) {
    const words = t.admin.groups;
    return (
      <>
        <Head>
          <title>{t.common.title(words.title)}</title>
        </Head>
        <PageHeader
          title={words.title}
          about={words.about}
          action={
            <ButtonLink href="/admin/groups/new" icon="plus">
              {words.add}
            </ButtonLink>
          }
        />
        <GroupTable groups={groups} t={t} />
      </>
    );
  },
);
