/** Who signs in to the demonstration, and where. */
export const demonstration = {
  user: { email: "demo@phasic.local", name: "Demonstration" },
  lab: { slug: "demonstration", name: "Demonstration" },
} as const;
