/** Stands for a test beside a route: the Builder has to pass it over. */
export function handler(): Response {
  return new Response("A test file became a route");
}
