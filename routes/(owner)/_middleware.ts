import { pagePolicy } from "../../web/policy.ts";

/** Every page of those who have signed in. */
export default pagePolicy;
