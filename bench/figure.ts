/** One measured figure, against its bound or told for comparison. */
export type Figure = Measured & (Bound | { bound?: never; sense?: never });

interface Measured {
  figure: string;
  value: number;
  unit: string;
}

interface Bound {
  bound: number;
  /** Whether the value has to reach the bound or to stay within it. */
  sense: "at least" | "at most";
}

/** Measures some figures; tells meanwhile what it is doing. */
export type Bench = (tell: (line: string) => void) => Promise<Figure[]>;

/** Whether a figure keeps its bound, if it has one. */
export function holds({ value, bound, sense }: Figure): boolean {
  if (bound === undefined) return true;
  return sense === "at least" ? value >= bound : value <= bound;
}
