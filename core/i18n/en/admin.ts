/** The words of: admin. */
export const admin = {};
