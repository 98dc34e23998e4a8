/** How much is told, from most to least. */
export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = typeof LOG_LEVELS[number];

/** Takes down what happens, for whoever runs the service. */
export type Log = Record<LogLevel, (message: string) => void>;

/** What a log needs to know. */
export interface LogOptions {
  /** Anything below it is left out. */
  level: LogLevel;
  now: () => Date;
}

/** A log of one line each: instant, level, message. */
export function createLog(
  write: (line: string) => void,
  { level, now }: LogOptions,
): Log {
  const tell = (at: LogLevel) => (message: string) => {
    if (LOG_LEVELS.indexOf(at) < LOG_LEVELS.indexOf(level)) return;
    write(
      `${now().toISOString()} ${at} ${message.replace(/\s*\n\s*/g, " | ")}`,
    );
  };
  return {
    debug: tell("debug"),
    info: tell("info"),
    warn: tell("warn"),
    error: tell("error"),
  };
}

/** Tells nothing. */
export const SILENT: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
};
