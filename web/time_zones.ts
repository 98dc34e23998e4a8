/** A time zone that can be chosen. */
interface TimeZoneOption {
  value: string;
  label: string;
}

/** Every time zone to choose from, UTC first. */
export const TIME_ZONES: readonly TimeZoneOption[] = [
  "UTC",
  ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC"),
].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
