/** The words of: reports. */
export const reports = {};
