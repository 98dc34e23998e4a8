import { Head } from "fresh/runtime";
import type { ShownPicture } from "../../../core/articles/card.ts";
import { picturePath } from "./teaser.ts";

/** What others are told of a page when it is shared. */
export interface SharingProps {
  title: string;
  description: string;
  /** The site's address, without a slash at the end. */
  baseUrl: string;
  path: string;
  type: "website" | "article";
  /** "en_GB" and the like. */
  locale: string;
  picture?: ShownPicture | undefined;
  publishedAt?: Date;
  updatedAt?: Date;
  /** For search engines: a thing in schema.org's words. */
  thing?: object;
}

/** The page's own address, and what is told of it elsewhere. */
export function Sharing(props: SharingProps) {
  const { title, description, baseUrl, path, type, locale, picture, thing } =
    props;
  const address = `${baseUrl}${path}`;
  return (
    <Head>
      <link rel="canonical" href={address} />
      <link
        rel="alternate"
        type="application/atom+xml"
        href={`${baseUrl}/blog/feed.xml`}
        title="Sendoff"
      />
      <meta name="description" content={description} />
      <meta property="og:site_name" content="Sendoff" />
      <meta property="og:type" content={type} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
      <meta property="og:locale" content={locale} />
      {picture && (
        <>
          <meta
            property="og:image"
            content={`${baseUrl}${picturePath(picture.id)}`}
          />
          <meta property="og:image:alt" content={picture.alt} />
          <meta property="og:image:width" content={String(picture.width)} />
          <meta property="og:image:height" content={String(picture.height)} />
        </>
      )}
      {props.publishedAt && (
        <meta
          property="article:published_time"
          content={props.publishedAt.toISOString()}
        />
      )}
      {props.updatedAt && (
        <meta
          property="article:modified_time"
          content={props.updatedAt.toISOString()}
        />
      )}
      <meta
        name="twitter:card"
        content={picture ? "summary_large_image" : "summary"}
      />
      {thing && (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: asData(thing) }}
        />
      )}
    </Head>
  );
}

/** Nothing in it can end the element it stands in. */
function asData(thing: object): string {
  const data = { "@context": "https://schema.org", ...thing };
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
