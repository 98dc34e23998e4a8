import type { Segment } from "../messages/placeholders.ts";
import {
  safeAddress,
  safeHeader,
  safeMessageId,
  valueOf,
} from "./header_guard.ts";
import type { Letter, Mail, Recipient } from "./letter.ts";
import { type HtmlPart, valueHtml } from "./letter_html.ts";
import { letterParts } from "./letter_parts.ts";

/**
 * Makes a letter out to one recipient; throws `Invalid` when a value is missing or would
 * reach into a header. A letter is taken apart once, so it must not change afterwards.
 */
export function render(letter: Letter, recipient: Recipient, date: Date): Mail {
  const { subject, text, html, headers } = letterParts(letter);
  const { values } = recipient;
  return {
    from: safeAddress("sender", {
      name: letter.from.name ?? "",
      address: letter.from.address,
    }),
    to: safeAddress("recipient", recipient),
    subject: safeHeader("subject", fill(subject, values)),
    text: fill(text, values).toWellFormed(),
    html: fillHtml(html, values),
    headers: Object.fromEntries(
      headers.map((
        [name, value],
      ) => [name, safeHeader(name, fill(value, values))]),
    ),
    messageId: safeMessageId(recipient.messageId),
    date,
  };
}

function fill(segments: Segment[], values: Record<string, string>): string {
  let text = "";
  for (const segment of segments) {
    text += segment.kind === "text"
      ? segment.text
      : valueOf(segment.name, values);
  }
  return text;
}

function fillHtml(parts: HtmlPart[], values: Record<string, string>): string {
  let html = "";
  for (const part of parts) {
    html += part.kind === "markup"
      ? part.html
      : valueHtml(valueOf(part.name, values), part.as);
  }
  return html.toWellFormed();
}
