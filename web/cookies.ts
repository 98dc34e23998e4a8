/** How a cookie is kept. */
export interface CookieOptions {
  /** Seconds; 0 removes it. */
  maxAge: number;
  /** Whether it goes over https alone. */
  secure: boolean;
}

/** The value of a request's cookie. */
export function readCookie(headers: Headers, name: string): string | undefined {
  for (const pair of (headers.get("cookie") ?? "").split(/;\s*/)) {
    const [key, value] = pair.split("=", 2);
    if (key === name && value) return value;
  }
  return undefined;
}

/** Adds a cookie that scripts cannot read and other sites cannot send along with a form. */
export function setCookie(
  headers: Headers,
  [name, value]: [name: string, value: string],
  { maxAge, secure }: CookieOptions,
): void {
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${
    secure ? "; Secure" : ""
  }`;
  headers.append("set-cookie", `${name}=${value}; ${flags}`);
}
