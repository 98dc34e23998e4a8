import { noStore } from "../../web/no_store.ts";
import { pagePolicy } from "../../web/policy.ts";

/** Every page that anybody may open. */
export default [pagePolicy, noStore];
