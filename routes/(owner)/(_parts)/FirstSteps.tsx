import { ButtonLink } from "../../../components/Button.tsx";
import { cx } from "../../../components/cx.ts";
import { Icon } from "../../../components/Icon.tsx";
import type { Catalogue } from "../../../core/i18n/catalogue.ts";
import type { OwnCounts } from "../../../web/own_counts.ts";

type Words = Catalogue["overview"]["steps"];

interface Step {
  title: string;
  text: string;
  href: string;
  action: string;
  isDone: boolean;
}

/** The way to a first mailing: what is done is ticked, the next thing has the button. */
export function FirstSteps(
  { counts, words }: { counts: OwnCounts; words: Words },
) {
  const steps = stepsOf(counts, words);
  const current = steps.findIndex(({ isDone }) => !isDone);
  return (
    <section aria-labelledby="first-steps">
      <h2 id="first-steps" class="mb-4 text-17 font-semibold">
        {words.title}
      </h2>
      <ol class="divide-y rounded border bg-sheet">
        {steps.map((step, index) => (
          <li
            key={step.href}
            class="flex flex-wrap items-center gap-x-5 gap-y-3 px-5 py-5 sm:px-6"
          >
            <Mark number={index + 1} isDone={step.isDone} />
            <div class="min-w-0 flex-1 basis-[220px]">
              <h3 class="font-medium">
                {step.title}
                {step.isDone && <span class="sr-only">{words.done}</span>}
              </h3>
              <p class="text-faded">{step.text}</p>
            </div>
            <ButtonLink
              href={step.href}
              kind={index === current ? "primary" : "quiet"}
            >
              {step.action}
            </ButtonLink>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Mark({ number, isDone }: { number: number; isDone: boolean }) {
  return (
    <span
      aria-hidden="true"
      class={cx(
        "flex h-9 w-9 shrink-0 items-center justify-center rounded-full border font-serif text-17",
        isDone ? "border-sent text-sent" : "border-edge text-faded",
      )}
    >
      {isDone ? <Icon name="check" /> : number}
    </span>
  );
}

function stepsOf(counts: OwnCounts, words: Words): Step[] {
  return [
    {
      ...words.clients,
      href: "/clients/new",
      isDone: counts.clients > 0,
    },
    {
      ...words.messages,
      href: "/messages/new",
      isDone: counts.messages > 0,
    },
    {
      ...words.mailings,
      href: "/mailings/new",
      isDone: counts.mailings > 0,
    },
  ];
}
