import { page } from "fresh";
import { define } from "../../../../../web/define.ts";
import { findMail, mailPath } from "../../../../../web/mailbox_access.ts";
import { LinkedText } from "../../(_parts)/LinkedText.tsx";
import { MailHeaders } from "../../(_parts)/MailHeaders.tsx";
import { MailPage, type MailView } from "../../(_parts)/MailPage.tsx";

const VIEWS: readonly MailView[] = ["letter", "text", "headers"];

/** Shows a mail as a mail program would, as text, or by its headers. */
export const handler = define.handlers({
  async GET({ state, params, url }) {
    const { mail, folder } = await findMail(state, params.id);
    const asked = url.searchParams.get("view");
    const view = VIEWS.find((known) => known === asked) ?? "letter";
    return page({
      mail,
      view,
      read: await folder.read(mail.id),
      now: state.core.store.now(),
    });
  },
});

/** One mail. */
export default define.page<typeof handler>(function OneMail({ data, state }) {
  const { mail, view, read, now } = data;
  const zone = state.user?.timeZone ?? "UTC";
  return (
    <MailPage mail={mail} view={view} now={now} zone={zone} t={state.t}>
      {view === "letter" && (
        <iframe
          src={`${mailPath(mail.id)}/html`}
          title={state.t.mailbox.frame(mail.subject)}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          class="block h-[560px] w-full rounded border bg-paper"
        />
      )}
      {view === "text" && <LinkedText>{read.text}</LinkedText>}
      {view === "headers" && <MailHeaders headers={read.headers} />}
    </MailPage>
  );
});
