import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import type { NavItem } from "./navigation.ts";
import { Shell } from "./Shell.tsx";

const ITEMS: NavItem[] = [
  { href: "/clients", label: "Clients", icon: "users" },
  { href: "/mailings", label: "Mailings", icon: "send" },
];
const MORE: NavItem[] = [{ href: "/users", label: "Users", icon: "shield" }];

function shell(path: string, more: NavItem[] = []): string {
  const user = { name: "Norden Books", email: "letters@norden.example" };
  return renderToString(
    <Shell path={path} user={user} items={ITEMS} more={more}>A page</Shell>,
  );
}

Deno.test("the item one is under is marked in the bar and at the foot", () => {
  const marked = shell("/clients/42").match(
    /<a href="([^"]*)" aria-current="page"/g,
  );
  assert.deepEqual(
    marked,
    Array(2).fill('<a href="/clients" aria-current="page"'),
  );
});

Deno.test("the keyboard's first stop leads to the page", () => {
  const html = shell("/clients");
  assert.match(html, /^<a href="#main"/);
  assert.match(html, /<main id="main"/);
});

Deno.test("signing out is a form that posts", () => {
  assert.match(shell("/clients"), /<form method="post" action="\/signout">/);
});

Deno.test("the phone's last item is the profile, or what a role adds", () => {
  const foot = (html: string) => html.slice(html.lastIndexOf("<nav"));
  assert.match(foot(shell("/clients")), /href="\/profile"/);
  assert.match(foot(shell("/clients", MORE)), /<summary[^]*href="\/users"/);
});
