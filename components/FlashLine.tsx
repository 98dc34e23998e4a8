import { Flash } from "./Flash.tsx";

/** What the request before left to tell. */
export interface LeftMessage {
  kind: "done" | "notice" | "failed";
  text: string;
  undo?: { action: string; label: string } | undefined;
}

/** The message left by the request before; nothing without one. */
export function FlashLine({ message }: { message: LeftMessage | undefined }) {
  if (!message) return null;
  const { kind, text, undo } = message;
  return <Flash kind={kind} {...undo && { undo }}>{text}</Flash>;
}
