import { Status } from "../../../../../components/Status.tsx";
import { type Column, Table } from "../../../../../components/Table.tsx";
import { Time } from "../../../../../components/Time.tsx";
import { ACCOUNT } from "../../../../../core/delivery/outlets.ts";
import type {
  Condition,
  WatchedDoor,
} from "../../../../../core/delivery/watch.ts";
import type { Catalogue } from "../../../../../core/i18n/catalogue.ts";

/** Whose mail is held back for now, why, and until when. */
export function ClosedDoors(
  { service: { doors }, now, t }: {
    service: Condition["service"];
    now: Date;
    t: Catalogue;
  },
) {
  const words = t.admin.system;
  return (
    <section>
      <h2 class="mb-3 text-17 font-semibold">{words.doors}</h2>
      {doors.length === 0
        ? (
          <p class="rounded border bg-sheet px-5 py-4 text-faded">
            {words.noDoors}
          </p>
        )
        : (
          <Table
            caption={words.doors}
            columns={columns(now, t)}
            rows={doors}
            rowKey={({ ownerId, door }) => `${ownerId} ${door.kind}`}
          />
        )}
    </section>
  );
}

function columns(now: Date, t: Catalogue): Column<WatchedDoor>[] {
  const words = t.admin.system;
  return [
    {
      header: words.whose,
      kind: "name",
      cell: (known) => whose(known, t),
    },
    {
      header: words.state,
      kind: "state",
      cell: (known) => <Status state="unavailable" label={stateOf(known, t)} />,
    },
    {
      header: words.reason,
      kind: "text",
      cell: ({ door }) =>
        door.kind === "limit" ? words.untilMidnight : door.reason,
    },
    {
      header: words.until,
      kind: "time",
      cell: ({ door }) => <Time at={door.until} now={now} />,
    },
  ];
}

function whose({ ownerId, owner }: WatchedDoor, t: Catalogue): string {
  const words = t.admin.system;
  if (ownerId === undefined) return words.everybody;
  if (ownerId === ACCOUNT) return words.ownMail;
  return owner?.name ?? words.none;
}

function stateOf({ door, isProbing }: WatchedDoor, t: Catalogue): string {
  const words = t.admin.system;
  if (door.kind === "limit") return words.usedUp;
  return isProbing ? words.probing : words.resting;
}
