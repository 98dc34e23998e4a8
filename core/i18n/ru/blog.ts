import type { blog as english } from "../en/blog.ts";

/** The words of: blog. */
export const blog: typeof english = {};
