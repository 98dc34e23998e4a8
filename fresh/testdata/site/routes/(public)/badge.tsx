import { define } from "../../define.ts";
import Badge from "./(_islands)/Badge.tsx";

export default define.page(() => <Badge />);
