/** The query parameter that carries the build id in an asset's address. */
export const BUILD_QUERY = "v";

let buildId = "";

/** Names the build that `asset()` stamps addresses with. */
export function setBuildId(id: string): void {
  buildId = id;
}

/** Adds the build id to a static file's path, so that browsers may keep the file for a year. */
export function asset(path: string): string {
  if (buildId === "" || !path.startsWith("/") || path.startsWith("//")) {
    return path;
  }
  const [file = "", hash] = path.split("#", 2);
  if (new URLSearchParams(file.split("?", 2)[1]).has(BUILD_QUERY)) return path;
  const stamped = `${file}${
    file.includes("?") ? "&" : "?"
  }${BUILD_QUERY}=${buildId}`;
  return hash === undefined ? stamped : `${stamped}#${hash}`;
}
