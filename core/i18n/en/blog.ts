/** The words of: blog. */
export const blog = {};
