/** The postmark: a cancelled stamp's ring and its waves. */
export function Postmark({ class: extra = "h-7 w-11" }: { class?: string }) {
  return (
    <svg
      class={extra}
      viewBox="0 0 44 28"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <circle cx="14" cy="14" r="12" />
      <circle cx="14" cy="14" r="8.5" stroke-width="1" />
      <path
        d="M10 14h8M15 11l3 3-3 3"
        stroke-width="1.75"
        stroke-linejoin="round"
      />
      <path d="M27.5 8q2-2 4 0t4 0 4 0 4 0M28.5 14q2-2 4 0t4 0 4 0M27.5 20q2-2 4 0t4 0 4 0 4 0" />
    </svg>
  );
}

/** The product's sign: postmark and name, leading home. */
export function Logo(
  { href = "/", name = "Sendoff" }: { href?: string; name?: string },
) {
  return (
    <a href={href} class="inline-flex items-center gap-2.5 rounded text-ink">
      <Postmark class="h-7 w-11 text-mark" />
      <span class="font-serif text-21 font-semibold tracking-tight">
        {name}
      </span>
    </a>
  );
}
