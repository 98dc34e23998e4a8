/** What the platform itself can do: a constant string of so many letters to everybody, on a free port that it prints. */
const [length = "40"] = Deno.args;
const PAGE = "x".repeat(Number(length));

Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  // deno-lint-ignore no-console -- whoever starts it reads the port there
  onListen: ({ port }) => console.log(port),
}, () => new Response(PAGE));
