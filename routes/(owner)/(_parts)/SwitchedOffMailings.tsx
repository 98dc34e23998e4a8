import { Notice } from "../../../components/Notice.tsx";
import { TableLink } from "../../../components/TableLink.tsx";
import { Time } from "../../../components/Time.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { MailingSettings } from "../../../core/mailings/mailing.ts";
import type { Page } from "../../../core/storage/mod.ts";

/** An owner's mailings that are switched off, a few at most, when they are read of, and how. */
export interface SwitchedOffMailingsProps {
  mailings: Page<MailingSettings>;
  now: Date;
  words: Catalogue["manager"]["told"];
}

/** Tells an owner which mailings a manager keeps off, since when and why; without any, nothing. */
export function SwitchedOffMailings(
  { mailings: { items, next }, now, words }: SwitchedOffMailingsProps,
) {
  if (items.length === 0) return null;
  return (
    <Notice id="switched-off" icon="power" title={words.several} roomy>
      <ul class="flex flex-col gap-2">
        {items.map((mailing) => (
          <Line key={mailing.id} {...mailing} now={now} words={words} />
        ))}
      </ul>
      {next && (
        <p>
          <TableLink href="/mailings?status=switched+off">
            {words.all}
          </TableLink>
        </p>
      )}
      <p class="text-faded">{words.whatToDoWithAll}</p>
    </Notice>
  );
}

function Line(
  { id, name, switchedOff, now, words }:
    & Pick<MailingSettings, "id" | "name" | "switchedOff">
    & Pick<SwitchedOffMailingsProps, "now" | "words">,
) {
  return (
    <li class="[overflow-wrap:anywhere]">
      <TableLink href={`/mailings/${id}`}>{name}</TableLink>
      {switchedOff && (
        <>
          {" "}
          <span class="text-faded">
            <Time at={switchedOff.at} now={now} />
          </span>
          <span class="block">{words.reason} {switchedOff.reason}</span>
        </>
      )}
    </li>
  );
}
