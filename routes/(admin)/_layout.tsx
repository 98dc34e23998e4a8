/** The frame of the pages of administrators is everybody's. */
export { default } from "../(owner)/_layout.tsx";
