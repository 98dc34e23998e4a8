import { VisitorFrame } from "../../components/VisitorFrame.tsx";
import { define } from "../../web/define.ts";

/** The frame of the forms that anybody may open. */
export default define.layout(function PublicLayout({ Component, state, url }) {
  return (
    <VisitorFrame
      path={url.pathname}
      isSignedIn={state.user !== undefined}
      flash={state.flash}
      narrow
      here={url.pathname + url.search}
    >
      <div class="rounded border bg-sheet px-5 pb-7 pt-6 sm:px-8 sm:pb-9 sm:pt-8">
        <Component />
      </div>
    </VisitorFrame>
  );
});
