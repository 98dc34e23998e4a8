import { pagePolicy } from "../../web/policy.ts";

/** Every page of those who look after the others; who they are says the table of access. */
export default pagePolicy;
