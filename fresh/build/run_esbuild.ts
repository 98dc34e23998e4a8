import * as esbuild from "esbuild";

type InMemory = esbuild.BuildOptions & { write: false; metafile: true };

let running = 0;

/** Runs esbuild; its process, which would outlive the build, ends with the last run. */
export async function runEsbuild(
  options: esbuild.BuildOptions,
): Promise<esbuild.BuildResult<InMemory>> {
  running++;
  try {
    return await esbuild.build<InMemory>({
      ...options,
      write: false,
      metafile: true,
    });
  } finally {
    running--;
    if (running === 0) await esbuild.stop();
  }
}
