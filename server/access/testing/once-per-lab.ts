import type { LabFixture } from "./lab-fixture";

/** Makes something once in each lab: enough for calls that change nothing. */
export function oncePerLab<Made>(
  make: (lab: LabFixture) => Promise<Made>,
): (lab: LabFixture) => Promise<Made> {
  const made = new Map<LabFixture, Promise<Made>>();
  return (lab) => {
    if (!made.has(lab)) made.set(lab, make(lab));
    return made.get(lab)!;
  };
}
