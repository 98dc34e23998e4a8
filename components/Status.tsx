import { type State, StateWord } from "./StateWord.tsx";
import { useWords } from "./words.ts";

export { Dot } from "./StateWord.tsx";
export type { State } from "./StateWord.tsx";

/** A state as dot and word, in the reader's language; islands take `StateWord`. */
export function Status({ state, label }: { state: State; label?: string }) {
  const { states } = useWords();
  return <StateWord state={state}>{label ?? states[state]}</StateWord>;
}
