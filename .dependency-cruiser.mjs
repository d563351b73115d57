// The walls of the house: docs/architecture.md has the table of doors, this file makes them errors.

const tests = "\\.(test|spec)\\.tsx?$|/testing/|^engine/golden/|^server/access/rows/";
/** Code in `from` may import nothing of ours but what `to` names. */
const door = (name, comment, from, to, more = {}) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: tests, ...more.from },
  to: { pathNot: `^node_modules/|${to}`, dependencyTypesNot: ["core"], ...more.to },
});

const wall = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const machinery = "^engine/(simulate|advance|begin)\\.ts$|^engine/(fit|noise|plant)/";

const config = {
  forbidden: [
    wall("no-cycles", "Two files that need each other are one idea in two places.", {}, { circular: true }),
    wall("resolvable", "An import that leads nowhere.", {}, { couldNotResolve: true }),

    {
      name: "engine-alone",
      comment: "The engine imports nothing but itself.",
      severity: "error",
      from: { path: "^engine/", pathNot: `${tests}|^engine/statistics/` },
      to: { pathNot: "^engine/" },
    },
    {
      name: "engine-statistics",
      comment: "Statistics may also use the numerical library, and nothing else.",
      severity: "error",
      from: { path: "^engine/statistics/", pathNot: tests },
      to: { pathNot: "^engine/|^node_modules/@stdlib/" },
    },
    wall(
      "theories-without-paradigms",
      "A theory knows no task.",
      { path: "^engine/theories/", pathNot: tests },
      { path: "^engine/paradigms/", pathNot: "^engine/paradigms/paradigm\\.ts$" },
    ),
    wall(
      "paradigms-without-theories",
      "A task knows no theory.",
      { path: "^engine/paradigms/", pathNot: tests },
      { path: "^engine/theories/", pathNot: "^engine/theories/theory\\.ts$" },
    ),

    {
      name: "contracts",
      comment: "Contracts know zod and the engine's declarations.",
      severity: "error",
      from: { path: "^contracts/", pathNot: tests },
      to: { pathNot: "^(contracts|engine)/|^node_modules/zod/" },
    },
    wall(
      "declarations-only",
      "Pages and contracts describe simulations; they do not run them.",
      { path: "^(contracts|components|app)/", pathNot: tests },
      { path: machinery, dependencyTypesNot: ["type-only"] },
    ),

    {
      name: "formats",
      comment: "Formats turn bytes into recordings: they know contracts and libraries that parse.",
      severity: "error",
      from: { path: "^formats/", pathNot: tests },
      to: {
        pathNot:
          "^(formats|contracts)/|^node_modules/(zod|papaparse|@types/papaparse|h5wasm|hyparquet|hyparquet-writer|tsx|yauzl|@types/yauzl)/",
        dependencyTypesNot: ["core"],
      },
    },

    door(
      "server",
      "The server knows contracts, readers of files, the engine and itself.",
      "^server/",
      "^(server|contracts|engine|formats|prisma/generated)/",
    ),
    wall(
      "server-simulates-nothing",
      "Simulations run in the worker.",
      { path: "^server/", pathNot: tests },
      { path: "^engine/(simulate\\.ts$|fit/)", dependencyTypesNot: ["type-only"] },
    ),
    wall(
      "one-noun-to-another",
      "Another noun is reached through its service.",
      { path: "^server/([^/]+)/", pathNot: `${tests}|^server/(access|jobs)/` },
      { path: "^server/([^/]+)/", pathNot: "^server/$1/|^server/(access|jobs)/|/service\\.ts$" },
    ),
    wall(
      "database-client",
      "The database client appears in store.ts, server/db.ts, server/jobs and prisma/seed.",
      {
        path: "^(app|components|contracts|formats|server|worker|cli|prisma)/",
        pathNot: `${tests}|/store\\.ts$|^server/db\\.ts$|^server/jobs/|^prisma/(seed|generated)/`,
      },
      { path: "^prisma/generated/|^node_modules/(pg|@prisma/[^/]+)/" },
    ),

    door(
      "worker",
      "The worker knows contracts, the engine, formats, services and jobs.",
      "^worker/",
      "^(worker|contracts|engine|formats)/|^server/(env|db|errors|log)\\.ts$|^server/(jobs|access)/|^server/[^/]+/service\\.ts$",
    ),
    door(
      "cli",
      "The command line is the engine; a command that needs the database asks a service.",
      "^cli/",
      "^(cli|contracts|formats|engine)/|^server/[^/]+/service\\.ts$|^server/db\\.ts$",
    ),
    wall(
      "cli-without-server",
      "Commands run without database and settings: what needs them is loaded when it is asked for.",
      { path: "^cli/", pathNot: tests },
      { path: "^server/", dynamic: false },
    ),

    door(
      "components",
      "Components know contracts, the engine's declarations and, as types, the server.",
      "^components/",
      "^(components|contracts|engine|server)/",
    ),
    wall(
      "components-server-types",
      "Server code must not reach the browser: import types only.",
      { path: "^components/", pathNot: tests },
      { path: "^server/", dependencyTypesNot: ["type-only"] },
    ),
    door(
      "app",
      "Routes put components, server and contracts together.",
      "^app/",
      "^(app|components|contracts|server)/",
    ),
    door(
      "seed",
      "Seeds are scenarios over services.",
      "^prisma/seed/",
      "^(prisma/(seed|generated)|contracts|engine|server)/",
    ),
    door("e2e", "Browser tests use the front door.", "^e2e/", "^(e2e|contracts|prisma/seed)/"),

    wall(
      "helpers-of-tests",
      "What helps tests stays among tests.",
      { path: "^(app|components|contracts|engine|formats|server|worker|cli|prisma)/", pathNot: tests },
      { path: "/testing/|^engine/golden/" },
    ),
    wall("nobody-imports-app", "Routes are the top.", { pathNot: "^app/" }, { path: "^app/" }),
    wall(
      "nobody-imports-bench",
      "Benchmarks are the end of a road.",
      { pathNot: "^bench/" },
      { path: "^bench/" },
    ),
    wall(
      "no-development-packages",
      "What ships must not need packages for development.",
      { path: "^(app|components|contracts|engine|formats|server|worker|cli|prisma/seed)/", pathNot: tests },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "^node_modules/@types/" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules|^prisma/generated" },
    exclude: { path: "\\.as\\.ts$|^\\.next/|^\\.phasic/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};

export default config;
