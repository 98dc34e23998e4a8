import { VisitorFrame } from "../../components/VisitorFrame.tsx";
import { define } from "../../web/define.ts";

/** The frame of the pages to be read. */
export default define.layout(function ReadingLayout({ Component, state, url }) {
  return (
    <VisitorFrame
      path={url.pathname}
      isSignedIn={state.user !== undefined}
      flash={state.flash}
      here={url.pathname + url.search}
    >
      <Component />
    </VisitorFrame>
  );
});
