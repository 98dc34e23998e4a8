import { define } from "../../define.ts";

export default define.layout(({ Component, state }) => (
  <div class="owner" data-trail={state.trail.join(",")}>
    <Component />
  </div>
));
