import { ButtonLink } from "./Button.tsx";
import { TableLink } from "./TableLink.tsx";

/** What keeps a thing from being deleted. */
export interface StillNeededProps {
  title: string;
  /** Why, and what to do about it. */
  reason: string;
  /** The mailings to go to. */
  mailings: readonly { href: string; label: string }[];
  back: { href: string; label: string };
}

/** Says why something cannot be deleted now, with links to the mailings that need it. */
export function StillNeeded(
  { title, reason, mailings, back }: StillNeededProps,
) {
  return (
    <section
      role="alert"
      class="flex max-w-form flex-col gap-5 rounded border bg-sheet p-5 sm:p-6"
    >
      <h2 class="text-17 font-semibold">{title}</h2>
      <p>{reason}</p>
      <ul class="list-disc pl-5">
        {mailings.map(({ href, label }) => (
          <li key={label}>
            <TableLink href={href}>{label}</TableLink>
          </li>
        ))}
      </ul>
      <div>
        <ButtonLink kind="quiet" href={back.href}>{back.label}</ButtonLink>
      </div>
    </section>
  );
}
