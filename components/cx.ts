/** Joins class names, leaving out what is absent; the build reads the names from its calls. */
export function cx(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
