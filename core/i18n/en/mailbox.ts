/** The words of: mailbox. */
export const mailbox = {};
