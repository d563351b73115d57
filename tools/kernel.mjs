// `npm run kernel`: compiles the SIMD kernel into a TypeScript constant and writes the engine's version. With `--check` it
// writes nothing and fails when either differs from what the sources give.
import asc from "assemblyscript/asc";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const engine = join(root, "engine");
const source = "engine/math/rate-network.as.ts";
const kernelFile = join(engine, "math", "rate-network.generated.ts");
const versionFile = join(engine, "engine-version.generated.ts");

/** Rooms whose code cannot change the numbers of a run. */
const apart = new Set(["statistics", "fit", "golden"]);

const text = (path) => readFileSync(path, "utf8").replaceAll("\r\n", "\n");

/** Files that decide the numbers of a run, relative to engine/, in a fixed order. */
function sources(folder = engine, prefix = "") {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory())
        return prefix === "" && apart.has(entry.name)
          ? []
          : sources(join(folder, entry.name), `${prefix}${entry.name}/`);
      const counts = entry.name.endsWith(".ts") && !/\.(test|generated)\.ts$/.test(entry.name);
      return counts ? [`${prefix}${entry.name}`] : [];
    });
}

async function compile() {
  let bytes;
  const flags = ["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd", "--use", "abort="];
  const { error, stderr } = await asc.main([source, "--outFile", "kernel.wasm", ...flags], {
    readFile: (name) => {
      try {
        return text(join(root, name));
      } catch {
        return null;
      }
    },
    writeFile: (name, contents) => {
      if (name === "kernel.wasm") bytes = contents;
    },
    listFiles: () => [],
  });
  if (error || !bytes) throw new Error(`The kernel does not compile.\n${stderr}`);
  return bytes;
}

function version(bytes) {
  const hash = createHash("sha256").update(bytes);
  for (const name of sources()) hash.update(`\n${name}\n`).update(text(join(engine, name)));
  return hash.digest("hex").slice(0, 16);
}

const bytes = await compile();
const files = [
  [
    kernelFile,
    `/** Compiled from ${source} by \`npm run kernel\`; ${bytes.length} bytes, base64. */\n` +
      `export const rateNetworkKernel =\n  "${Buffer.from(bytes).toString("base64")}";\n`,
  ],
  [
    versionFile,
    `/** Hash of the sources that decide the numbers of a run, and of the kernel's bytes. Written by \`npm run kernel\`. */\n` +
      `export const engineVersion = "${version(bytes)}";\n`,
  ],
];

if (process.argv.includes("--check")) {
  const stale = files.filter(([path, contents]) => text(path) !== contents).map(([path]) => path);
  if (stale.length > 0) {
    console.error(`Out of date: ${stale.join(", ")}. Run \`npm run kernel\` and commit what it writes.`);
    process.exitCode = 1;
  } else console.log("The kernel and the engine's version are those of the sources.");
} else {
  for (const [path, contents] of files) writeFileSync(path, contents);
  console.log(`Kernel: ${bytes.length} bytes. Engine version: ${version(bytes)}.`);
}
