import { type Config, readConfig } from "../core/config.ts";
import { type OpenCore, openCore } from "../core/open_core.ts";
import { CoreError } from "../core/errors.ts";
import { openStore, type Store } from "../core/storage/mod.ts";
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
