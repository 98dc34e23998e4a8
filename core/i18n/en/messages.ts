/** The words of: messages. */
export const messages = {};
