/** Where and how to serve: what `Deno.serve` takes over TCP, with or without TLS. */
export type ListenOptions = Partial<
  Deno.ServeTcpOptions & Deno.TlsCertifiedKeyPem
>;

const FIRST_PORT = 8000;
const LAST_PORT = 8019;

/** Serves a handler; without a port, on the first free one of 8000 to 8019. */
export function listen(
  handler: (req: Request, info: Deno.ServeHandlerInfo) => Promise<Response>,
  options: ListenOptions,
): Deno.HttpServer {
  if (options.port !== undefined) return Deno.serve(options, handler);
  for (let port = FIRST_PORT; port < LAST_PORT; port++) {
    try {
      return Deno.serve({ ...options, port }, handler);
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    }
  }
  return Deno.serve({ ...options, port: LAST_PORT }, handler);
}
