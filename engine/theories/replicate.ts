/** What N counts in runs of a theory, in the plural. */
export const replicateOf = (theory: string): string => (theory === "actr" ? "initial networks" : "agents");
