import { Button, ButtonLink } from "../../../components/Button.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { MailingView } from "../../../core/oversight/views.ts";
import { pathOf } from "./mailing_address.ts";

/** The one thing a manager can do with a mailing: switch it off, and on again. */
export function SwitchAction(
  { mailing, words }: {
    mailing: MailingView;
    words: Catalogue["manager"]["mailings"];
  },
) {
  const path = pathOf(mailing);
  const { status, switchedOff } = mailing;
  if (switchedOff) {
    return (
      <form method="post" action={`${path}/on`}>
        <Button icon="power">{words.on}</Button>
      </form>
    );
  }
  if (status === "completed" || status === "cancelled") return null;
  return (
    <ButtonLink kind="destructive" icon="power" href={`${path}/off`}>
      {words.off}
    </ButtonLink>
  );
}
