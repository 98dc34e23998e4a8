import { VisitorFrame } from "../../components/VisitorFrame.tsx";
import { define } from "../../web/define.ts";

/** The frame of the pages that anybody may open. */
export default define.layout(function PublicLayout({ Component, state, url }) {
  return (
    <VisitorFrame
      path={url.pathname}
      isSignedIn={state.user !== undefined}
      flash={state.flash}
      narrow={url.pathname !== "/"}
    >
      <Component />
    </VisitorFrame>
  );
});
