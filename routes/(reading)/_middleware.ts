import { publicPage } from "../../web/public_page.ts";

/** Every page that is the same for all who are signed out; none has a script, so none needs a nonce. */
export default publicPage;
