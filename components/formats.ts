// Zones and ways to write are few; whoever thinks of more fills no memory.
const AT_MOST = 500;
const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();
const distances = new Map<string, Intl.RelativeTimeFormat>();

/** A way to write moments, kept: making one takes a hundred times as long as writing with it. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return kept(
    dates,
    JSON.stringify([locale, options]),
    () => new Intl.DateTimeFormat(locale, options),
  );
}

/** A way to write numbers, kept. */
export function numberFormat(
  locale: string,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  return kept(
    numbers,
    JSON.stringify([locale, options]),
    () => new Intl.NumberFormat(locale, options),
  );
}

/** A way to write how far away a moment is, kept. */
export function distanceFormat(locale: string): Intl.RelativeTimeFormat {
  return kept(
    distances,
    locale,
    () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }),
  );
}

function kept<T>(formats: Map<string, T>, key: string, make: () => T): T {
  const known = formats.get(key);
  if (known) return known;
  if (formats.size >= AT_MOST) formats.clear();
  const format = make();
  formats.set(key, format);
  return format;
}
