/** The frame of the managers' pages is everybody's. */
export { default } from "../(owner)/_layout.tsx";
