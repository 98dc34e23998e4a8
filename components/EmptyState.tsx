import type { ComponentChildren } from "preact";
import {
  CalendarDrawing,
  EnvelopeDrawing,
  MailboxDrawing,
  PeopleDrawing,
} from "./drawings.tsx";

const DRAWINGS = {
  envelope: EnvelopeDrawing,
  people: PeopleDrawing,
  calendar: CalendarDrawing,
  mailbox: MailboxDrawing,
};

/** A place with nothing in it yet. */
export interface EmptyStateProps {
  drawing: keyof typeof DRAWINGS;
  /** One sentence. */
  children: ComponentChildren;
  /** One action. */
  action?: ComponentChildren;
}

/** One drawing, one sentence, one action. */
export function EmptyState({ drawing, children, action }: EmptyStateProps) {
  const Drawing = DRAWINGS[drawing];
  return (
    <div class="flex flex-col items-center gap-5 rounded border border-dashed px-6 py-14 text-center">
      <Drawing />
      <p class="max-w-[46ch] text-17">{children}</p>
      {action}
    </div>
  );
}
