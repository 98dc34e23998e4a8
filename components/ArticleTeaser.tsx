import { Day } from "./Day.tsx";

/** An article as a list shows it. */
export interface TeaserProps {
  href: string;
  title: string;
  summary: string;
  /** BCP 47 tag of the article's language. */
  lang: string;
  publishedAt: Date;
  picture?: Picture | undefined;
  /** How long it takes to read, how often it was read, and the like. */
  facts: readonly string[];
  /** Above others of its kind in a row, rather than beside its picture. */
  upright?: boolean;
}

/** A picture with the room it takes. */
export interface Picture {
  href: string;
  alt: string;
  width: number;
  height: number;
}

/** An article in a few lines; its title is the way to it. */
export function ArticleTeaser(props: TeaserProps) {
  const { href, title, summary, lang, publishedAt, picture, facts } = props;
  return (
    <article
      class={props.upright
        ? "flex flex-col gap-4"
        : "grid gap-x-8 gap-y-4 sm:grid-cols-[220px_minmax(0,1fr)]"}
    >
      {picture
        ? (
          // The title leads there too: one way is enough for those who listen.
          <a href={href} tabIndex={-1} aria-hidden="true" class="block">
            <img
              src={picture.href}
              alt=""
              width={picture.width}
              height={picture.height}
              loading="lazy"
              class="aspect-[3/2] w-full rounded border object-cover"
            />
          </a>
        )
        : !props.upright && <span class="hidden border-t sm:block" />}
      <div class="min-w-0">
        <h2
          lang={lang}
          class="font-serif text-21 font-semibold tracking-tight [overflow-wrap:anywhere] [text-wrap:balance]"
        >
          <a href={href} class="underline-offset-4 hover:underline">{title}</a>
        </h2>
        <p lang={lang} class="mt-2 max-w-article text-faded">{summary}</p>
        <p class="mt-3 text-13 text-faded">
          <Day at={publishedAt} />
          {facts.map((fact) => <span key={fact}>{` · ${fact}`}</span>)}
        </p>
      </div>
    </article>
  );
}
