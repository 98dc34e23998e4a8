import { define } from "../../web/define.ts";

const CLOSED = [
  "/admin/",
  "/manage/",
  "/mailbox",
  "/confirm/",
  "/reset/",
  "/unsubscribe/",
  "/language/",
];

/** What search engines may look at. */
export const handler = define.handlers({
  GET({ state: { site: { baseUrl } } }) {
    const lines = [
      "User-agent: *",
      ...CLOSED.map((path) => `Disallow: ${path}`),
      "",
      `Sitemap: ${baseUrl}/sitemap.xml`,
      "",
    ];
    return new Response(lines.join("\n"), {
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  },
});
