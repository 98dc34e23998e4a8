import { OwnerFrame } from "../../components/OwnerFrame.tsx";
import { defineOwner } from "../../web/define.ts";
import { menuOf } from "../../web/menu.ts";

/** The frame of the managers' pages: the same as around their own. */
export default defineOwner.layout(
  function ManagerLayout({ Component, state, url }) {
    return (
      <OwnerFrame
        path={url.pathname}
        user={state.user}
        menu={menuOf(state)}
        flash={state.flash}
      >
        <Component />
      </OwnerFrame>
    );
  },
);
