import assert from "node:assert/strict";
import { Conflict, Invalid, NotFound } from "./errors.ts";

/** What an input was refused for, field by field; fails if it was not refused. */
export async function faultsOf(
  attempt: Promise<unknown>,
): Promise<Readonly<Record<string, string>>> {
  return (await refusalOf(attempt, Invalid)).fields;
}

/** The sentence of a conflict; fails if there was none. */
export async function conflictOf(attempt: Promise<unknown>): Promise<string> {
  return (await refusalOf(attempt, Conflict)).message;
}

/** The sentence saying that something does not exist; fails if it does. */
export async function absenceOf(attempt: Promise<unknown>): Promise<string> {
  return (await refusalOf(attempt, NotFound)).message;
}

async function refusalOf<E extends Error>(
  attempt: Promise<unknown>,
  kind: abstract new (...args: never[]) => E,
): Promise<E> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof kind) return error;
    throw error;
  }
  assert.fail(`there was no ${kind.name}`);
}
