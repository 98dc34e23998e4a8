import { pagePolicy } from "../../web/policy.ts";

/** Every page of those who administer the site or write its blog. */
export default pagePolicy;
