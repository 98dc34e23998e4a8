import { dateFormat } from "../../../../components/formats.ts";
import { exactTime } from "../../../../components/relative_time.ts";
import { useReader } from "../../../../components/reader.ts";

/** A moment that is still right on paper: day and time, with the exact time in a tooltip. */
export function ShortTime({ at }: { at: Date }) {
  const reader = useReader();
  const short = dateFormat(reader.locale, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: reader.zone,
  });
  return (
    <time dateTime={at.toISOString()} title={exactTime(at, reader)}>
      {short.format(at)}
    </time>
  );
}
