/**
 * What is known of seshMerge.mat of Coddington, Lindo and Dudman, "Mesolimbic dopamine adapts the rate of learning from
 * action", Nature 614 (2023), and of no other file: which of its records belongs to which group.
 */
export const published = {
  doi: "10.25378/janelia.21816054",
  md5: "23b0b229d92ab9bf26ab9989946eafb4",
  title: "Mesolimbic dopamine adapts the rate of learning from action (seshMerge.mat)",
  licence: "CC-BY-4.0",
  citation:
    "Coddington, L. T., Lindo, S. E. & Dudman, J. T. Mesolimbic dopamine adapts the rate of learning from action. " +
    "Nature 614, 294-302 (2023). Data: https://doi.org/10.25378/janelia.21816054",
};

const groups: Readonly<Record<string, readonly number[]>> = {
  control: [1, 2, 4, 6, 9, 11, 15, 16, 19],
  "stimLick+": [7, 8, 12, 13, 17],
  "stimLick-": [3, 5, 10, 14, 18, 20],
  "large stim+Lick+": [21, 22, 23, 24],
};

export const publishedGroups: readonly string[] = Object.keys(groups);

/** Of record `number`, counted from 1; empty beyond the published ones. */
export const publishedGroup = (number: number): string =>
  Object.keys(groups).find((group) => groups[group].includes(number)) ?? "";
