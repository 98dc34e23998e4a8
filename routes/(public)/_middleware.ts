import { pagePolicy } from "../../web/policy.ts";

/** Every page that anybody may open. */
export default pagePolicy;
