/** The words of: runs. */
export const runs = {};
