import type { RouteConfig } from "fresh";
import { define } from "../../define.ts";

export const config: RouteConfig = { skipAppWrapper: true };

export default define.page(async function Docs({ params }) {
  await Promise.resolve();
  return <p>Docs at {params["path"]}</p>;
});
