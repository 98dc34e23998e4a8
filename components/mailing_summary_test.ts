import assert from "node:assert/strict";
import { type MailingSummary, readSummary } from "./mailing_summary.ts";

const SUMMARY: MailingSummary = {
  people: "3 clients",
  audience: "Everyone",
  matches: "",
  message: "News",
  rhythm: "Once",
  times: ["Now"],
  zone: "UTC",
  action: "Send 3 messages now",
};

Deno.test("a summary is read as it was sent", () => {
  assert.deepEqual(readSummary(JSON.parse(JSON.stringify(SUMMARY))), SUMMARY);
});

Deno.test("anything else than a summary is not read", () => {
  const { action: _, ...partial } = SUMMARY;
  const others = [
    undefined,
    null,
    "3 clients",
    [],
    partial,
    { ...SUMMARY, people: 3 },
    { ...SUMMARY, times: "Now" },
    { ...SUMMARY, times: [1] },
  ];
  for (const other of others) assert.equal(readSummary(other), undefined);
});
