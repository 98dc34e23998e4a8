import type { Address } from "../../letter.ts";

/** An address with its name in front, as services read it out of one string. */
export function namedAddress({ name, address }: Address): string {
  if (name === "") return address;
  return `"${name.replace(/["\\]/g, "\\$&")}" <${address}>`;
}
