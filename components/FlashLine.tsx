import { Flash } from "./Flash.tsx";
import { useWords } from "./words.ts";

/** What the request before left to tell. */
export interface LeftMessage {
  kind: "done" | "notice" | "failed";
  text: string;
  undo?: { action: string; label: string } | undefined;
}

/** The message left by the request before; nothing without one. */
export function FlashLine({ message }: { message: LeftMessage | undefined }) {
  const { explain } = useWords();
  if (!message) return null;
  const { kind, text, undo } = message;
  return (
    <Flash kind={kind} {...undo && { undo }}>
      {kind === "failed" ? explain(text) : text}
    </Flash>
  );
}
