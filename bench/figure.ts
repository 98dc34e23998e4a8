/** One measured figure against its bound. */
export interface Figure {
  figure: string;
  value: number;
  unit: string;
  bound: number;
  /** Whether the value has to reach the bound or to stay within it. */
  sense: "at least" | "at most";
}

/** Measures some figures; tells meanwhile what it is doing. */
export type Bench = (tell: (line: string) => void) => Promise<Figure[]>;

/** Whether a figure keeps its bound. */
export function holds({ value, bound, sense }: Figure): boolean {
  return sense === "at least" ? value >= bound : value <= bound;
}
