/** The words of: manager. */
export const manager = {};
