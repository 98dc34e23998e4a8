/** The words of: profile. */
export const profile = {};
