/** The words of: overview. */
export const overview = {};
