/** The words of: mails. */
export const mails = {};
