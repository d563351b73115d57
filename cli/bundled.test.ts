import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { engineVersion } from "../engine/engine-version.generated";
import { openArchive } from "./reproduce/archive";

const folder = path.join(import.meta.dirname, "../publications");
const bundled = readdirSync(folder).filter((name) => name.endsWith(".zip"));

it("there is a bundled publication", () => expect(bundled).not.toEqual([]));

it.each(bundled)("%s is of this engine and as it was made", async (name) => {
  const archive = await openArchive(path.join(folder, name));
  archive.close();
  expect(
    archive.manifest.engineVersions,
    `${name} is of another engine: npm run bundle makes it anew (about two minutes), then commit it`,
  ).toEqual([engineVersion]);
  expect(archive.altered).toEqual([]);
  expect(archive.manifest.missing).toEqual([]);
});
