import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { defineConfig } from "prisma/config";

const ofPrisma = createRequire(createRequire(import.meta.url).resolve("prisma/package.json"));
const engines = path.dirname(ofPrisma.resolve("@prisma/engines/package.json"));

// Prisma downloads its schema engine when it is first needed. Where that did not happen, and may be impossible, its
// WebAssembly build, which is an ordinary package, does the same work.
if (!readdirSync(engines).some((name) => name.startsWith("schema-engine-")))
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve(import.meta.dirname, "tools/schema-engine.mjs");

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // `generate` needs no database, and has none in a fresh clone
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://unset@127.0.0.1:5432/unset" },
});
