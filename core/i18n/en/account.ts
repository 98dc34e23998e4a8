/** The words of: account. */
export const account = {};
