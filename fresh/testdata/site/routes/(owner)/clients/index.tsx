import { define } from "../../../define.ts";

export const handler = define.handlers({
  POST: (ctx) => ctx.redirect("/clients/1", 303),
});

export default define.page(function Clients() {
  return <h1>Clients</h1>;
});
