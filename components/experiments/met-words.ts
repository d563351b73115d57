import type { YokedTo } from "@/contracts/experiment";

/** "812 trials (640 cued, 72 uncued, 100 omitted), 96 stimulated". */
export function metWords(animal: YokedTo["animals"][number]): string {
  const { trials, of, cued, uncued, omission, stimulated } = animal;
  const types = [
    [cued, "cued"],
    [uncued, "uncued"],
    [omission, "omitted"],
  ] as const;
  const met = types.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return (
    `${trials < of ? `the first ${trials} of ${of}` : trials} trials (${met.join(", ")}), ` +
    (stimulated === null ? "stimulation not recorded" : `${stimulated} stimulated`)
  );
}
