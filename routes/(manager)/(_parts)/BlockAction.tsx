import { Button, ButtonLink } from "../../../components/Button.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { UserView } from "../../../core/oversight/views.ts";
import type { BlockingBar } from "../../../core/oversight/watched_users.ts";

/** The way to block somebody or to let them in again, or why there is none. */
export function BlockAction(
  { user, bar, words }: {
    user: UserView;
    bar: BlockingBar | undefined;
    words: Catalogue["manager"]["users"];
  },
) {
  const path = `/manage/users/${user.id}`;
  if (user.blocked) {
    return (
      <form method="post" action={`${path}/unblock`}>
        <Button icon="user-check">{words.unblock}</Button>
      </form>
    );
  }
  if (bar) {
    return <p class="max-w-[44ch] text-13 text-faded">{words.bars[bar]}</p>;
  }
  return (
    <ButtonLink kind="destructive" icon="user-x" href={`${path}/block`}>
      {words.block}
    </ButtonLink>
  );
}
