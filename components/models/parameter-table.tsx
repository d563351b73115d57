"use client";
import { ParameterTable as Values } from "@/components/parameters/parameter-table";
import { useTheory } from "@/components/theories/theories-provider";
import type { ModelVersion } from "@/contracts/model";
import { presetOf } from "./form/draft";

/** Every value of a version, with what the theory says of it and where it left its preset. */
export function ParameterTable({
  version,
}: {
  version: Pick<ModelVersion, "theory" | "preset" | "parameters">;
}) {
  const theory = useTheory(version.theory);
  const preset = theory && presetOf(theory, version.preset);
  return (
    <Values
      label="Parameters"
      declared={theory?.parameters ?? []}
      values={version.parameters}
      usual={preset ? { name: "Preset", values: preset.values } : null}
    />
  );
}
