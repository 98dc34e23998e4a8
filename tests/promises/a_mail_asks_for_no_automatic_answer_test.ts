import assert from "node:assert/strict";
import { letterOf } from "../../core/delivery/letters.ts";
import { render } from "../../core/delivery/render.ts";
import { sendMailing } from "../journeys/send_mailing.ts";
import { withSite } from "../journeys/site.ts";

const IVAN = { email: "ivan@example.com", name: "Иван Петров" };

Deno.test("a mailing says what it is, so that no program answers it", () =>
  withSite(async (site) => {
    const anna = await site.owner();
    await sendMailing(site, anna, { to: [IVAN] });
    const folder = site.core.mailbox.of(anna.user.id);
    const { items: [mail] } = await folder.list({ limit: 1 });
    const { headers, html } = await folder.read(mail?.id ?? "");
    const valueOf = (name: string) =>
      headers.find((header) => header.name.toLowerCase() === name)?.value ?? "";
    assert.equal(valueOf("auto-submitted"), "auto-generated");
    assert.equal(valueOf("precedence"), "bulk");
    assert.equal(valueOf("x-auto-response-suppress"), "OOF, AutoReply");
    assert.match(valueOf("list-id"), /^<mailings\.[\w-]+\.[\w.-]+>$/);
    assert.ok(!valueOf("list-id").includes(anna.user.id));
    assert.match(html, /<html lang="en">/);
  }));

Deno.test("the address that answers go to is no template", () => {
  const replyTo = "{{name}}@example.com";
  const run = {
    id: "r",
    ownerId: "o",
    language: "ru" as const,
    text: { subject: "Новости", body: "{{name}}" },
    from: { name: "N", address: "n@example.com", replyTo },
  };
  const letter = letterOf(run, { listId: () => "mailings.o.example.com" });
  const values = { name: "Иван", unsubscribe: "https://sendoff.test/u" };
  const mail = render(
    letter,
    { name: "", address: IVAN.email, messageId: "1@example.com", values },
    new Date(),
  );
  assert.equal(mail.headers["Reply-To"], replyTo);
  assert.match(mail.html, /<html lang="ru">/);
});
