"use client";
import { useTheory } from "@/components/theories/theories-provider";
import { DifferenceTable as Differences } from "@/components/versions/difference-table";
import type { ModelVersion } from "@/contracts/model";
import { differences } from "./differences";

export function DifferenceTable({ before, after }: { before: ModelVersion; after: ModelVersion }) {
  const theory = useTheory(after.theory);
  const name = (version: ModelVersion) =>
    version.modelId === after.modelId ? `v${version.number}` : `${version.modelName} v${version.number}`;
  return <Differences before={name(before)} after={name(after)} rows={differences(theory, before, after)} />;
}
