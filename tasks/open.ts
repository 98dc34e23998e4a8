import { dirname } from "node:path";
import { type Config, readConfig } from "../core/config.ts";
import { type OpenCore, openCore } from "../core/open_core.ts";
import { CoreError } from "../core/errors.ts";
import { openStore, type Store, writeSnapshot } from "../core/storage/mod.ts";
import { whyUnopened } from "../web/unopened_store.ts";
import { type ExitCode, Misuse } from "./command.ts";
import { complain } from "./terminal.ts";

/** Does something with the core that the environment describes, and closes it. */
export async function withCore(
  work: (core: OpenCore["core"]) => Promise<ExitCode>,
): Promise<ExitCode> {
  const config = readConfig(Deno.env.toObject());
  const { core, close } = await beginning(
    config,
    () => openCore(config, { write: complain }),
  );
  try {
    return await work(core);
  } finally {
    await close();
  }
}

/** Does something with the bare store that the environment describes, and closes it. */
export async function withStore(
  work: (store: Store) => Promise<ExitCode>,
): Promise<ExitCode> {
  const config = readConfig(Deno.env.toObject());
  const store = await beginning(config, () => openStore(config.kvPath));
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/**
 * Does something with the store as it is at one moment; where no snapshot can be had, only if
 * nothing writes to it.
 */
export async function withSnapshot(
  isStopped: boolean,
  work: (store: Store) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { kvPath } = readConfig(Deno.env.toObject());
  if (kvPath === undefined || /^https?:/.test(kvPath)) {
    if (isStopped) return await withStore(work);
    throw new Misuse(
      "This store gives no snapshot. End everything that writes to it, then say --stopped.",
    );
  }
  // It is opened as always first: whatever is wrong with it is said the same way.
  return await withStore(async () => {
    const folder = await Deno.makeTempDir({
      dir: dirname(kvPath),
      prefix: ".snapshot-",
    });
    try {
      const into = `${folder}/snapshot.db`;
      writeSnapshot({ store: kvPath, into });
      const store = await openStore(into);
      try {
        return await work(store);
      } finally {
        store.close();
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}

async function beginning<T>(
  config: Config,
  open: () => Promise<T>,
): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof CoreError) throw error;
    throw new Misuse(whyUnopened(config, error));
  }
}
