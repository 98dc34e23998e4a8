import { denoImports } from "./deno_imports.ts";
import { runEsbuild } from "./run_esbuild.ts";

/** Puts a server and the app's modules into one script: hundreds of files load far slower. Packages stay where they are. */
export async function bundleServer(
  source: string,
  { root, outDir }: { root: string; outDir: string },
): Promise<string> {
  const { outputFiles: [script] } = await runEsbuild({
    absWorkingDir: root,
    bundle: true,
    charset: "utf8",
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    // Errors are known by the names of their classes.
    keepNames: true,
    logLevel: "silent",
    platform: "neutral",
    plugins: [await denoImports(root, { packages: "external" })],
    stdin: { contents: source, resolveDir: outDir, sourcefile: "server.js" },
    target: "esnext",
  });
  if (!script) throw new Error("esbuild gave no server");
  return script.text;
}
