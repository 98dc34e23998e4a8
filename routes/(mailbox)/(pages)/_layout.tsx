import { OwnerFrame } from "../../../components/OwnerFrame.tsx";
import { VisitorFrame } from "../../../components/VisitorFrame.tsx";
import { define } from "../../../web/define.ts";
import { menuOf } from "../../../web/menu.ts";

/** The frame of the mailbox's pages, which are open to some who have not signed in. */
export default define.layout(function MailboxLayout({ Component, state, url }) {
  const { user, flash } = state;
  const frame = { path: url.pathname, flash };
  return user
    ? (
      <OwnerFrame {...frame} user={user} menu={menuOf(state)}>
        <Component />
      </OwnerFrame>
    )
    : (
      <VisitorFrame {...frame} isSignedIn={false}>
        <Component />
      </VisitorFrame>
    );
});
