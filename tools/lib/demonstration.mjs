/** Who signs in to the demonstration: as in prisma/seed/demonstration.ts, which cannot be read before it is compiled. */
export const demonstrationEmail = "demo@phasic.local";
