/** Gives a file of `static/` its address: `asset` of fresh/runtime. */
export type Asset = (path: string) => string;

/** The `<head>` links every page needs: stylesheet, the fonts of the first line, icons. */
export function Stylesheets(
  { asset, locale = "en" }: { asset: Asset; locale?: string },
) {
  const subset = locale.startsWith("ru") ? "cyrillic" : "latin";
  return (
    <>
      <link rel="stylesheet" href={asset("/styles.css")} />
      {["golos-text", "literata"].map((family) => (
        <link
          key={family}
          rel="preload"
          href={`/fonts/${family}-${subset}-wght-normal.woff2`}
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
      ))}
      <link rel="icon" href={asset("/favicon.svg")} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={asset("/apple-touch-icon.png")} />
      <meta
        name="theme-color"
        content="#fbfaf6"
        media="(prefers-color-scheme: light)"
      />
      <meta
        name="theme-color"
        content="#12151a"
        media="(prefers-color-scheme: dark)"
      />
    </>
  );
}
