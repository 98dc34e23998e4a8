/** What a site answered, as a person would see it. */
export interface Shown {
  status: number;
  headers: Headers;
  html: string;
  /** The words of the page: no tags, entities decoded, one space between them. */
  text: string;
  /** Where it sends the browser, as a path of this site or a full address elsewhere. */
  location: string | undefined;
}

/** How a request differs from the usual. */
export interface Asking {
  headers?: Record<string, string>;
}

type Fields = Record<string, string | readonly string[]>;
type Answering = (request: Request) => Promise<Response>;

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
};

/** A browser of its own: keeps cookies and sends forms the way browsers do, but runs no scripts. */
export class Browser {
  readonly #answer: Answering;
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();
  /** What it asks for as `Accept-Language`. */
  language: string | undefined;

  constructor(origin: string, answer: Answering) {
    this.#origin = origin;
    this.#answer = answer;
  }

  /** Opens a page, and stays where it is sent elsewhere. */
  get(path: string, asking: Asking = {}): Promise<Shown> {
    return this.#ask(path, { headers: new Headers(asking.headers) });
  }

  /** Sends a form, and stays where it is sent elsewhere. */
  post(path: string, fields: Fields = {}, asking: Asking = {}): Promise<Shown> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one);
    }
    const headers = new Headers({ origin: this.#origin, ...asking.headers });
    return this.#ask(path, { method: "POST", headers, body });
  }

  /** Goes where it was sent, until a page is shown. */
  async follow(shown: Shown): Promise<Shown> {
    let current = shown;
    for (let step = 0; current.location !== undefined; step++) {
      if (step === 10) throw new Error(`No end at ${current.location}`);
      current = await this.get(current.location);
    }
    return current;
  }

  /** Sends a form and goes where that leads. */
  async submit(path: string, fields: Fields = {}): Promise<Shown> {
    return await this.follow(await this.post(path, fields));
  }

  /** A browser that got hold of all the cookies of this one. */
  copy(): Browser {
    const copy = new Browser(this.#origin, this.#answer);
    for (const [name, value] of this.#cookies) copy.#cookies.set(name, value);
    return copy;
  }

  /** Takes a cookie on, as if a site had set it. */
  keep(cookies: Headers): void {
    for (const cookie of cookies.getSetCookie()) this.#keepOne(cookie);
  }

  /** The names of the cookies it has. */
  get cookies(): string[] {
    return [...this.#cookies.keys()];
  }

  async #ask(
    path: string,
    init: RequestInit & { headers: Headers },
  ): Promise<Shown> {
    const cookies = [...this.#cookies].map((pair) => pair.join("="));
    if (cookies.length > 0) init.headers.set("cookie", cookies.join("; "));
    if (this.language) init.headers.set("accept-language", this.language);
    const url = new URL(path, this.#origin);
    const response = await this.#answer(new Request(url, init));
    this.keep(response.headers);
    return await this.#shown(response);
  }

  async #shown(response: Response): Promise<Shown> {
    const { status, headers } = response;
    const html = await response.text();
    const location = headers.get("location")?.replace(this.#origin, "");
    return { status, headers, html, text: wordsOf(html), location };
  }

  #keepOne(cookie: string): void {
    const [pair = "", ...flags] = cookie.split("; ");
    const [name = "", value = ""] = pair.split("=", 2);
    if (flags.includes("Max-Age=0")) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

function wordsOf(html: string): string {
  return html.replaceAll(
    /<(script|style)\b.*?<\/\1>|<(?:"[^"]*"|[^">])*>/gs,
    " ",
  )
    .replaceAll(/&(\w+);/g, (all, name) => ENTITIES[name] ?? all)
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll(/\s+/g, " ").trim();
}
