import type { ComponentChildren } from "preact";
import { Button, ButtonLink } from "../../../../components/Button.tsx";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import {
  isEditable,
  type MailingSettings,
} from "../../../../core/mailings/mailing.ts";

/** What can be done with a mailing in the state it is in; the first thing to do stands last. */
export function MailingActions(
  { mailing, action, t }: {
    mailing: MailingSettings;
    /** The words of a draft's button. */
    action: string;
    t: Catalogue;
  },
) {
  const words = t.mailings.actions;
  const { id, status } = mailing;
  const path = `/mailings/${id}`;
  const isGoing = status === "scheduled" || status === "running";
  // What only a manager can let go on is not offered to its owner.
  const isHeldByManager = mailing.switchedOff &&
    (status === "draft" || status === "paused");
  const isOver = status === "completed" || status === "cancelled";
  return (
    <>
      {(isOver || status === "draft") && (
        <ButtonLink kind="destructive" href={`${path}/delete`}>
          {t.common.delete}
        </ButtonLink>
      )}
      {(isGoing || status === "paused") && (
        <ButtonLink kind="destructive" href={`${path}/cancel`}>
          {words.cancel}
        </ButtonLink>
      )}
      {!isOver && (
        <Post action={`${path}/copies`}>
          <Button kind="quiet" icon="copy">{words.duplicate}</Button>
        </Post>
      )}
      {isEditable(mailing) && (
        <ButtonLink kind="quiet" icon="pencil" href={`${path}/edit`}>
          {t.common.edit}
        </ButtonLink>
      )}
      {!isHeldByManager && <Main {...{ path, status, action, words }} />}
    </>
  );
}

function Main(
  { path, status, action, words }: {
    path: string;
    status: MailingSettings["status"];
    action: string;
    words: Catalogue["mailings"]["actions"];
  },
) {
  switch (status) {
    case "draft":
      return (
        <Post action={`${path}/launch`}>
          <Button icon="send">{action}</Button>
        </Post>
      );
    case "scheduled":
    case "running":
      return (
        <Post action={`${path}/pause`}>
          <Button kind="quiet" icon="pause">{words.pause}</Button>
        </Post>
      );
    case "paused":
      return (
        <Post action={`${path}/resume`}>
          <Button icon="play">{words.resume}</Button>
        </Post>
      );
    case "completed":
    case "cancelled":
      return (
        <Post action={`${path}/copies`}>
          <Button icon="copy">{words.duplicate}</Button>
        </Post>
      );
  }
}

function Post(
  { action, children }: { action: string; children: ComponentChildren },
) {
  return <form method="post" action={action}>{children}</form>;
}
