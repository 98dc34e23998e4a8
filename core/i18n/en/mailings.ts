/** The words of: mailings. */
export const mailings = {};
