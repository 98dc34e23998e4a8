/** The words of: frame. */
export const frame = {};
