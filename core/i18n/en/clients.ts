/** The words of: clients. */
export const clients = {};
