/** The release of Debian that packages come from, whatever the machine itself runs. */
export const RELEASE = "trixie";

const SOURCE = `deb http://deb.debian.org/debian ${RELEASE} main\n`;
/** Only what a package cannot run without counts. */
const DEPENDS = [
  "depends",
  "--no-recommends",
  "--no-suggests",
  "--no-conflicts",
  "--no-breaks",
  "--no-replaces",
  "--no-enhances",
];
const LIBRARY = /^\s*\|?(?:Pre)?Depends: ((?:lib|zlib)\S*)$/gm;

/** Debian's packages could not be had; the message says why. */
export class AptFault extends Error {}

/** An apt with a state of its own: it changes nothing of the machine's and needs no root. */
export class Apt {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Fetches the list of packages into a folder. */
  static async open(folder: string): Promise<Apt> {
    for (const part of ["lists/partial", "cache/archives/partial"]) {
      await Deno.mkdir(`${folder}/${part}`, { recursive: true });
    }
    await Deno.writeTextFile(`${folder}/sources.list`, SOURCE);
    await Deno.writeTextFile(`${folder}/status`, "");
    await Deno.writeTextFile(`${folder}/apt.conf`, configurationIn(folder));
    const apt = new Apt(folder);
    await apt.#run("apt-get", ["update", "-q", "--error-on=any"]);
    return apt;
  }

  /** Unpacks packages and all libraries that they need into a folder. */
  async unpack(packages: readonly string[], root: string): Promise<void> {
    const cwd = await Deno.makeTempDir({ dir: this.#folder });
    const names = await this.#withLibraries(packages);
    await this.#run("apt-get", ["download", "-q", ...names], cwd);
    for await (const { name } of Deno.readDir(cwd)) {
      await this.#run("dpkg-deb", ["-x", name, root], cwd);
    }
    await Deno.remove(cwd, { recursive: true });
  }

  async #withLibraries(packages: readonly string[]): Promise<string[]> {
    const all = new Set(packages);
    for (let fresh = [...all]; fresh.length > 0;) {
      const text = await this.#run("apt-cache", [...DEPENDS, ...fresh]);
      const named = [...text.matchAll(LIBRARY)].map(([, library]) => library!);
      fresh = [...new Set(named).difference(all)];
      for (const library of fresh) all.add(library);
    }
    return [...all];
  }

  async #run(
    program: string,
    args: readonly string[],
    cwd = this.#folder,
  ): Promise<string> {
    const command = new Deno.Command(program, {
      args: [...args],
      cwd,
      env: { LC_ALL: "C", APT_CONFIG: `${this.#folder}/apt.conf` },
      stdin: "null",
    });
    const { success, stdout, stderr } = await outputOf(command, program);
    if (success) return new TextDecoder().decode(stdout);
    const lines = new TextDecoder().decode(stderr).trim().split("\n");
    const fault = lines.find((line) => /^[EW]: /.test(line)) ?? lines.at(-1);
    throw new AptFault(`${program}: ${fault?.replace(/^[EW]: /, "")}`);
  }
}

async function outputOf(
  command: Deno.Command,
  program: string,
): Promise<Deno.CommandOutput> {
  try {
    return await command.output();
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new AptFault(`There is no ${program} here.`);
  }
}

function configurationIn(folder: string): string {
  return `
Dir::State "${folder}";
Dir::State::lists "${folder}/lists";
Dir::State::status "${folder}/status";
Dir::Cache "${folder}/cache";
Dir::Etc::sourcelist "${folder}/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
APT::Sandbox::User "root";
Acquire::Languages "none";
`;
}
