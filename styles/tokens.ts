/** The colours of the product by name, once for light and once for dark surroundings. */
export const TOKENS = {
  light: {
    paper: "#fbfaf6",
    sheet: "#ffffff",
    wash: "#f4f1e9",
    ink: "#1b2230",
    faded: "#5c6575",
    rule: "#e4e0d6",
    edge: "#8b8f98",
    mark: "#1d4f91",
    sent: "#1f6b4a",
    held: "#8a5a00",
    lost: "#a8322a",
  },
  dark: {
    paper: "#12151a",
    sheet: "#1a1e25",
    wash: "#20252e",
    ink: "#e9e6df",
    faded: "#9aa3b2",
    rule: "#2b313b",
    edge: "#6d7686",
    mark: "#7fb0ee",
    sent: "#6cc59a",
    held: "#e0b252",
    lost: "#f08a80",
  },
} as const;

/** Whether the surroundings are light or dark. */
export type Scheme = keyof typeof TOKENS;

/** The name of a colour, as classes use it (`text-ink`, `bg-sheet`). */
export type Token = keyof typeof TOKENS.light;

/** Colours that text stands on. */
export const GROUNDS = [
  "paper",
  "sheet",
  "wash",
] as const satisfies readonly Token[];

/** Colours that text is written in. */
export const TEXTS = [
  "ink",
  "faded",
  "mark",
  "sent",
  "held",
  "lost",
] as const satisfies readonly Token[];

/** Colours that a filled button takes; its words are `paper`. */
export const FILLS = ["mark", "lost"] as const satisfies readonly Token[];

/** The CSS custom properties of one scheme. */
export function declarations(scheme: Scheme): Record<string, string> {
  return Object.fromEntries(
    Object.entries(TOKENS[scheme]).map(([name, value]) => [`--${name}`, value]),
  );
}
