/** A time zone that can be chosen. */
interface TimeZoneOption {
  value: string;
  label: string;
}

/** Every time zone to choose from, UTC first. */
export const TIME_ZONES: readonly TimeZoneOption[] = [
  "UTC",
  ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC"),
].map(optionOf);

// One of each rule that many people live by, and the cities that are looked for most.
const COMMON = new Set(
  `UTC Africa/Cairo Africa/Johannesburg Africa/Lagos Africa/Nairobi
  America/Anchorage America/Bogota America/Buenos_Aires America/Chicago America/Denver
  America/Halifax America/Los_Angeles America/Mexico_City America/New_York America/Phoenix
  America/Sao_Paulo Asia/Almaty Asia/Baku Asia/Bangkok Asia/Calcutta Asia/Dhaka Asia/Dubai
  Asia/Hong_Kong Asia/Irkutsk Asia/Jakarta Asia/Jerusalem Asia/Kabul Asia/Kamchatka
  Asia/Karachi Asia/Katmandu Asia/Krasnoyarsk Asia/Magadan Asia/Novosibirsk Asia/Omsk
  Asia/Saigon Asia/Seoul Asia/Shanghai Asia/Singapore Asia/Tashkent Asia/Tbilisi Asia/Tehran
  Asia/Tokyo Asia/Vladivostok Asia/Yakutsk Asia/Yekaterinburg Asia/Yerevan
  Atlantic/Reykjavik Australia/Adelaide Australia/Brisbane Australia/Perth Australia/Sydney
  Europe/Athens Europe/Berlin Europe/Helsinki Europe/Istanbul Europe/Kaliningrad Europe/Kiev
  Europe/Lisbon Europe/London Europe/Madrid Europe/Minsk Europe/Moscow Europe/Paris
  Europe/Rome Europe/Samara Europe/Warsaw Pacific/Auckland Pacific/Honolulu`
    .split(/\s+/),
);

/** The time zones that most people need, and those given: a page of the whole list is heavy. */
export function commonTimeZones(...own: string[]): TimeZoneOption[] {
  const listed = TIME_ZONES.filter(({ value }) =>
    COMMON.has(value) || own.includes(value)
  );
  const others = own.filter((zone) =>
    zone !== "" && !listed.some(({ value }) => value === zone)
  );
  const rest = [...new Set(others)].map(optionOf);
  return [...listed, ...rest];
}

function optionOf(zone: string): TimeZoneOption {
  return { value: zone, label: zone.replaceAll("_", " ") };
}
