/** An instant as people say it, "24 November at 09:00", with the zone where one is named. */
export function when(at: Date, timeZone?: string): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  });
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = timeZone === undefined || timeZone === own
    ? ""
    : ` (${timeZone})`;
  return `${format.format(at)}${zone}`;
}
