import { ButtonLink } from "../../../components/Button.tsx";
import { cx } from "../../../components/cx.ts";
import { Icon } from "../../../components/Icon.tsx";
import type { OwnCounts } from "../../../web/own_counts.ts";

interface Step {
  title: string;
  text: string;
  href: string;
  action: string;
  isDone: boolean;
}

/** The way to a first mailing: what is done is ticked, the next thing has the button. */
export function FirstSteps({ counts }: { counts: OwnCounts }) {
  const steps = stepsOf(counts);
  const current = steps.findIndex(({ isDone }) => !isDone);
  return (
    <section aria-labelledby="first-steps">
      <h2 id="first-steps" class="mb-4 text-17 font-semibold">
        Three steps to your first mailing
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
                {step.isDone && <span class="sr-only">: done</span>}
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

function stepsOf({ clients, messages, mailings }: OwnCounts): Step[] {
  return [
    {
      title: "Add clients",
      text: "The people who receive your mail, one by one or as a list.",
      href: "/clients/new",
      action: "Add client",
      isDone: clients > 0,
    },
    {
      title: "Write a message",
      text: "A subject and a body, which greets each client by name.",
      href: "/messages/new",
      action: "Write message",
      isDone: messages > 0,
    },
    {
      title: "Create a mailing",
      text: "Which message goes to whom, when and how often.",
      href: "/mailings/new",
      action: "Create a mailing",
      isDone: mailings > 0,
    },
  ];
}
