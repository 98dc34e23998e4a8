import { Head } from "fresh/runtime";
import { ButtonLink } from "../../components/Button.tsx";
import { Envelope } from "../../components/Envelope.tsx";
import { define } from "../../web/define.ts";

const STEPS = [
  {
    title: "Write",
    text: "A message with a subject and a body. Each client is greeted by " +
      "name, and you see it as they will.",
  },
  {
    title: "Choose",
    text: "Your clients, added one by one or from a file: all of them, some " +
      "of them, or those a search finds.",
  },
  {
    title: "Send",
    text: "Once, or every day, week or month, at your hour. It goes out by " +
      "itself, and you see what became of every letter.",
  },
];

/** The page that says what the service is. */
export default define.page(function HomePage({ state }) {
  const { core, user } = state;
  const zone = user?.timeZone ?? "UTC";
  return (
    <>
      <Head>
        <title>Sendoff: mailings that leave on time</title>
      </Head>
      <Envelope
        postmark={{
          place: "SENDOFF · LEAVES ON TIME ·",
          date: postmarkDate(core.store.now(), zone),
        }}
      >
        <h1 class="max-w-[19ch] font-serif text-35 font-semibold tracking-tight sm:text-45">
          Letters to your clients that leave on time
        </h1>
        <p class="mt-5 max-w-[44ch] text-17 text-faded">
          Write a message, choose who receives it and when. Sendoff sends it and
          keeps account of every letter.
        </p>
        <div class="mt-8 flex flex-wrap gap-3">
          {user ? <ButtonLink href="/overview">Open overview</ButtonLink> : (
            <>
              <ButtonLink href="/sign-up">Create an account</ButtonLink>
              <ButtonLink kind="quiet" href="/sign-in">Sign in</ButtonLink>
            </>
          )}
        </div>
      </Envelope>
      <ol class="mt-14 grid gap-x-12 gap-y-10 sm:grid-cols-3">
        {STEPS.map(({ title, text }, index) => (
          <li key={title} class="border-t pt-5">
            <h2 class="flex items-baseline gap-3 font-serif text-21 font-semibold">
              <span class="tabular-nums text-mark">{index + 1}</span>
              {title}
            </h2>
            <p class="mt-2 max-w-[44ch] text-faded">{text}</p>
          </li>
        ))}
      </ol>
    </>
  );
});

function postmarkDate(now: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    timeZone,
  });
  return format.format(now).toUpperCase();
}
