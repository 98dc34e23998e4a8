import { define } from "../web/define.ts";
import { ForReader } from "./(_parts)/ForReader.tsx";

/** Around every page: what is provided in the document itself would reach none of them. */
export default define.layout(function RootLayout({ Component, state, req }) {
  return (
    <ForReader state={state} req={req}>
      <Component />
    </ForReader>
  );
});
