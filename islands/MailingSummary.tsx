import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../components/Button.tsx";
import {
  type MailingSummary as Summary,
  readSummary,
  type SummaryWords,
} from "../components/mailing_summary.ts";
import { SummarySheet } from "../components/SummarySheet.tsx";

const REST = 250;
const MINUTE = 60_000;
const PATIENCE = 5_000;

/** What the island starts from. */
export interface MailingSummaryProps {
  /** The id of the form it speaks of. */
  form: string;
  summary: Signal<Summary>;
  /** A second button, for what is not to go out yet. */
  keepsDraft: boolean;
  words: SummaryWords & { saveDraft: string; check: string };
}

/** The summary beside a mailing's form, kept true while one types, and what can be done. */
export function MailingSummary(
  { form, summary, keepsDraft, words }: MailingSummaryProps,
) {
  // Without scripts, or out of touch with the server, people ask for the summary themselves.
  const isOnItsOwn = useSignal(false);
  useEffect(() => {
    const element = document.getElementById(form);
    if (!(element instanceof HTMLFormElement)) return;
    isOnItsOwn.value = true;
    const endings = [
      sendOnce(element),
      follow(element, (found) => {
        isOnItsOwn.value = found !== undefined;
        if (found) summary.value = found;
      }),
    ];
    return () => endings.forEach((end) => end());
  }, []);
  return (
    <SummarySheet summary={summary.value} words={words}>
      <Button form={form} name="intent" value="launch">
        {summary.value.action}
      </Button>
      {keepsDraft && (
        <Button kind="quiet" form={form} name="intent" value="draft">
          {words.saveDraft}
        </Button>
      )}
      {!isOnItsOwn.value && (
        <Button kind="quiet" form={form} name="intent" value="check">
          {words.check}
        </Button>
      )}
    </SummarySheet>
  );
}

function follow(
  form: HTMLFormElement,
  onFound: (summary: Summary | undefined) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();
  const ask = async () => {
    asking.abort();
    const { signal } = asking = new AbortController();
    const found = await askServer(form, signal).catch(() => undefined);
    if (!signal.aborted) onFound(found);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, REST);
  };
  form.addEventListener("input", soon);
  // Times pass, and clients come and go, while nobody types.
  const clock = setInterval(ask, MINUTE);
  return () => {
    form.removeEventListener("input", soon);
    clearTimeout(timer);
    clearInterval(clock);
    asking.abort();
  };
}

async function askServer(
  form: HTMLFormElement,
  signal: AbortSignal,
): Promise<Summary | undefined> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") body.append(name, value);
  }
  // Those ticked may be too many for an address: the form is sent as a form.
  const asking = { method: "POST", body, signal };
  const response = await fetch("/mailings/summary", asking);
  return response.ok ? readSummary(await response.json()) : undefined;
}

// A second click would have the server do everything once more, for nothing.
function sendOnce(form: HTMLFormElement): () => void {
  let isSent = false;
  const onSubmit = (event: Event) => {
    if (isSent) event.preventDefault();
    isSent = true;
    // Somebody may have stopped the page from loading.
    setTimeout(onReturn, PATIENCE);
  };
  const onReturn = () => isSent = false;
  form.addEventListener("submit", onSubmit);
  addEventListener("pageshow", onReturn);
  return () => {
    form.removeEventListener("submit", onSubmit);
    removeEventListener("pageshow", onReturn);
  };
}
