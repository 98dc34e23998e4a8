import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** How a reader reads dates and numbers. */
export interface Reading {
  /** BCP 47 tag, such as "en-GB". */
  locale: string;
  /** IANA name of the time zone. */
  zone: string;
}

/** Tells everything below how its reader reads. */
export const Reader = createContext<Reading>({ locale: "en-GB", zone: "UTC" });

/** How the reader of this page reads. */
export function useReader(): Reading {
  return useContext(Reader);
}
