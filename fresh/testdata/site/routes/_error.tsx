import { HttpError } from "fresh/runtime";
import { define } from "../define.ts";

export default define.layout(({ error, state }) => (
  <p class="error">
    Failed: {error instanceof HttpError ? error.message : "fault"} after{" "}
    {state.trail.join(",")}
  </p>
));
