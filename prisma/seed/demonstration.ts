import { demonstrationAccount } from "../../server/access/demonstration-account";

/** Who signs in to the demonstration, and where. */
export const demonstration = {
  user: demonstrationAccount,
  lab: { slug: "demonstration", name: "Demonstration" },
} as const;
