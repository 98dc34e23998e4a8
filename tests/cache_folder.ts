/** Where what is fetched for tests is kept between them, outside the project. */
export function cacheFolder(
  { XDG_CACHE_HOME, HOME }: Record<string, string>,
): string {
  return `${XDG_CACHE_HOME ?? `${HOME ?? "/tmp"}/.cache`}/sendoff`;
}
