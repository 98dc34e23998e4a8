import { page } from "fresh";
import { Source } from "../../../../../components/Source.tsx";
import { define } from "../../../../../web/define.ts";
import { findMail } from "../../../../../web/mailbox_access.ts";
import { MailPage } from "../../(_parts)/MailPage.tsx";

/** Shows a mail as it would have gone over the wire. */
export const handler = define.handlers({
  async GET({ state, params }) {
    const { mail, folder } = await findMail(state, params.id);
    const source = new TextDecoder().decode(await folder.source(mail.id));
    return page({ mail, source, now: state.core.store.now() });
  },
});

/** The source of one mail. */
export default define.page<typeof handler>(
  function MailSourcePage({ data, state }) {
    const { mail, source, now } = data;
    const zone = state.user?.timeZone ?? "UTC";
    return (
      <MailPage mail={mail} view="source" now={now} zone={zone} t={state.t}>
        <Source label={state.t.mailbox.sourceLabel}>{source}</Source>
      </MailPage>
    );
  },
);
