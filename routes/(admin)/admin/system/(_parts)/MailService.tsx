import { DescriptionList } from "../../../../../components/DescriptionList.tsx";
import { Sheet } from "../../../../../components/Sheet.tsx";
import { Status } from "../../../../../components/Status.tsx";
import type { Condition } from "../../../../../core/delivery/watch.ts";
import type { Catalogue } from "../../../../../core/i18n/catalogue.ts";

/** What mail goes out by, and whether all of it may. */
export function MailService(
  { service: { name, doors }, t }: {
    service: Condition["service"];
    t: Catalogue;
  },
) {
  const words = t.admin.system;
  return (
    <Sheet title={words.mail}>
      <DescriptionList
        facts={[
          [
            words.transport,
            <span key="name" class="font-mono text-13">{name}</span>,
          ],
          [
            words.state,
            doors.length === 0
              ? <Status key="state" state="working" label={words.working} />
              : (
                <Status
                  key="state"
                  state="unavailable"
                  label={words.holdsBack}
                />
              ),
          ],
        ]}
      />
    </Sheet>
  );
}
