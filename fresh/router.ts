/** A value found by a path, with the pattern's parameters. */
export interface Match<Value> {
  pattern: string;
  params: Record<string, string>;
  value: Value;
}

interface Dynamic<Value> {
  pattern: string;
  expression: RegExp;
  names: string[];
  value: Value;
}

const PARAMETER = /:(\w+)([*?])?/g;

/** Finds a value by path: literal patterns first, then dynamic ones by how exact they are. */
export class Router<Value> {
  readonly #static = new Map<string, Value>();
  readonly #dynamic: Dynamic<Value>[] = [];

  /** The value at a pattern, made when the pattern is new. */
  at(pattern: string, make: () => Value): Value {
    const known = this.#static.get(pattern) ??
      this.#dynamic.find((entry) => entry.pattern === pattern)?.value;
    if (known !== undefined) return known;
    const value = make();
    if (isDynamic(pattern)) {
      this.#insert({ pattern, value, ...compile(pattern) });
    } else this.#static.set(pattern, value);
    return value;
  }

  /** The best match for a URL's path. */
  match(pathname: string): Match<Value> | undefined {
    const found = this.#static.get(pathname);
    if (found !== undefined) {
      return { pattern: pathname, params: {}, value: found };
    }
    for (const { pattern, expression, names, value } of this.#dynamic) {
      const groups = expression.exec(pathname);
      if (groups === null) continue;
      return { pattern, value, params: collect(names, groups) };
    }
    return undefined;
  }

  #insert(entry: Dynamic<Value>): void {
    this.#dynamic.push(entry);
    this.#dynamic.sort((a, b) => compare(a.pattern, b.pattern));
  }
}

function isDynamic(pattern: string): boolean {
  return pattern.includes(":") || pattern.includes("*");
}

function compile(pattern: string): { expression: RegExp; names: string[] } {
  const names: string[] = [];
  const source = pattern.split("/").slice(1).map((part) => {
    if (part === "*") return "(?:/.*)?";
    const whole = /^:(\w+)([*?])$/.exec(part);
    if (whole !== null) {
      names.push(whole[1] ?? "");
      return whole[2] === "*" ? "(?:/(.*))?" : "(?:/([^/]+))?";
    }
    return "/" + literalWithParameters(part, names);
  });
  return { expression: new RegExp(`^${source.join("")}$`), names };
}

function literalWithParameters(part: string, names: string[]): string {
  let source = "";
  let end = 0;
  for (const found of part.matchAll(PARAMETER)) {
    source += RegExp.escape(part.slice(end, found.index)) + "([^/]+)";
    names.push(found[1] ?? "");
    end = found.index + found[0].length;
  }
  return source + RegExp.escape(part.slice(end));
}

function collect(
  names: string[],
  groups: RegExpExecArray,
): Record<string, string> {
  const params: Record<string, string> = {};
  names.forEach((name, index) => {
    const value = groups[index + 1];
    // As upstream does, this throws on what is no encoding: the app has to see to it before.
    if (value !== undefined) params[name] = decodeURI(value);
  });
  return params;
}

function compare(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = openness(left[i]) - openness(right[i]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** How much a part of a pattern may match: the less, the earlier it is tried. */
function openness(part: string | undefined): number {
  if (part === undefined) return 3;
  if (!isDynamic(part)) return 0;
  if (part === "*" || part.endsWith("*")) return 5;
  if (part.endsWith("?")) return 4;
  return part.startsWith(":") && !part.slice(1).match(/\W/) ? 2 : 1;
}
