import { Flash } from "../../../components/Flash.tsx";
import { Time } from "../../../components/Time.tsx";

/** What was halted, since when and why. */
export interface HaltedProps {
  title: string;
  at: Date;
  reason: string;
  now: Date;
}

/** Says that something was halted by a manager. */
export function Halted({ title, at, reason, now }: HaltedProps) {
  return (
    <Flash kind="failed">
      <span class="font-medium text-lost">{title}</span>{" "}
      <span class="text-faded">
        <Time at={at} now={now} />
      </span>
      <span class="block [overflow-wrap:anywhere]">{reason}</span>
    </Flash>
  );
}
