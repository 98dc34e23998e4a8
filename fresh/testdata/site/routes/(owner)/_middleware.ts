import { define } from "../../define.ts";

export default define.middleware((ctx) => {
  ctx.state.trail.push("owner");
  return ctx.next();
});
