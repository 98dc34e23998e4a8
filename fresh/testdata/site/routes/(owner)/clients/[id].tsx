import { HttpError, page } from "fresh";
import { define } from "../../../define.ts";

export const handler = define.handlers({
  GET(ctx) {
    if (ctx.params["id"] === "missing") {
      throw new HttpError(404, "No such client");
    }
    return page({ name: `Client ${ctx.params["id"]}` });
  },
  async POST(ctx) {
    const form = await ctx.req.formData();
    return page({ name: String(form.get("name")) }, { status: 422 });
  },
});

export default define.page<typeof handler>(({ data }) => <h1>{data.name}</h1>);
