// A process of its own does not inherit a loader: register it, load what is ours, then start it.
import process from "node:process";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

const unregister = register({ tsconfig: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)) });
const { start } = await import(process.argv[2]);
// packages are JavaScript as they are, and h5wasm is 4 MB of it, which the loader needs 600 MB to look through
await unregister();
start();
