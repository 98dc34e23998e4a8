/** One file importing another, both relative to the project's root. */
export interface Import {
  from: string;
  to: string;
}

const NOUNS = [
  "users",
  "clients",
  "messages",
  "mailings",
  "attempts",
  "articles",
];
const NOUN_FOLDERS = NOUNS.map((noun) => `core/${noun}/`);

/** What a noun may import; `core/` stands for the stateless files that lie there. */
const BELOW_NOUNS = [
  "core/storage/",
  "core/access/",
  "core/cache/",
  "core/i18n/",
  "core/",
];

/** What each part may import besides itself. Paths match by their beginning, the longest wins. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  "main.ts": ["web/", "core/"],
  "dev.ts": ["main.ts", "styles/", "fresh/", "web/", "core/"],
  "tasks/": [
    "bench/",
    "tests/tools/",
    "web/",
    "core/",
    "styles/",
    "fixtures/",
    "dev.ts",
    "fresh/",
  ],
  "routes/": ["web/", "islands/", "components/", "core/", "fresh/"],
  "web/": ["core/", "fresh/", "fixtures/"],
  "islands/": ["components/", "core/", "fresh/"],
  "components/": ["fresh/runtime.ts"],
  "styles/": [],
  "tests/tools/": [],
  "fresh/": [],
  "core/open_core.ts": ["core/"],
  "core/core.ts": ["core/"],
  "core/delivery/": [...NOUN_FOLDERS, ...BELOW_NOUNS],
  "core/oversight/": [...NOUN_FOLDERS, ...BELOW_NOUNS],
  "core/upkeep/": [...NOUN_FOLDERS, ...BELOW_NOUNS],
  ...Object.fromEntries(NOUN_FOLDERS.map((noun) => [noun, BELOW_NOUNS])),
  "core/access/": ["core/storage/", "core/i18n/", "core/"],
  "core/cache/": ["core/storage/", "core/i18n/", "core/"],
  "core/storage/": ["core/"],
  "core/i18n/": [],
  "core/": ["core/i18n/"],
};

/** A noun's own type and rules, which other nouns may lean on. */
const SINGULAR = new Set([
  "core/users/user.ts",
  "core/clients/client.ts",
  "core/messages/message.ts",
  "core/messages/placeholders.ts",
  "core/mailings/mailing.ts",
  "core/mailings/run.ts",
  "core/mailings/schedule.ts",
  "core/attempts/attempt.ts",
  "core/attempts/reason.ts",
  "core/articles/article.ts",
]);

/** The core's files without state that everything in the core may import: `core/errors.ts` and the like. */
const BASE = /^core\/(?!core\.ts|open_core\.ts|config\.ts)[a-z_]+\.ts$/;

/** Files that hold tests or serve them. */
const TESTING =
  /(_test\.tsx?$|(^|\/)test_[a-z_]+\.ts$|\/testing\/|\/testdata\/|^tests\/(?!tools\/)|^bench\/|_rigs\.ts$|scripted_smtp\.ts$)/;

/** Every import that goes against the direction of the layers, as a sentence. */
export function violations(imports: readonly Import[]): string[] {
  return [
    ...imports.filter((each) => !isAllowed(each)).map(({ from, to }) =>
      `${from} may not import ${to}`
    ),
    ...islandsReachingState(imports),
  ];
}

function isAllowed({ from, to }: Import): boolean {
  if (TESTING.test(from)) return true;
  if (TESTING.test(to)) {
    return from === "tasks/bench.ts" || from === "tasks/chaos.ts";
  }
  const part = partOf(from);
  if (part === undefined) return false;
  if (partOf(to) === part) return true;
  // The rest of the storage is its own affair, raw keys above all.
  if (to.startsWith("core/storage/") && to !== "core/storage/mod.ts") {
    return false;
  }
  if (nounOf(from) && nounOf(to)) return SINGULAR.has(to);
  return (MAY_IMPORT[part] ?? []).some((allowed) =>
    allowed === "core/" && from.startsWith("core/") && !isTop(from)
      ? BASE.test(to)
      : to.startsWith(allowed)
  );
}

function partOf(path: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((part) => path.startsWith(part))
    .sort((a, b) => b.length - a.length)[0];
}

function nounOf(path: string): string | undefined {
  return NOUNS.find((noun) => path.startsWith(`core/${noun}/`));
}

function isTop(path: string): boolean {
  return path === "core/core.ts" || path === "core/open_core.ts";
}

/** Islands run in a browser: whatever they reach must hold no state of the server. */
function islandsReachingState(imports: readonly Import[]): string[] {
  const reached = new Map<string, string>();
  const queue = imports.map(({ from }) => from)
    .filter((from) => from.startsWith("islands/") && !TESTING.test(from));
  for (const island of queue) reached.set(island, island);
  for (const path of queue) {
    for (const { to } of imports.filter(({ from }) => from === path)) {
      if (reached.has(to)) continue;
      reached.set(to, path);
      queue.push(to);
    }
  }
  return [...reached]
    .filter(([path]) => /^(core\/(storage|access|delivery)|web)\//.test(path))
    .map(([path, by]) => `An island reaches ${path} by ${by}`);
}
