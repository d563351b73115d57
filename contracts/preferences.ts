import { z } from "zod";

/** Walks through the product that a person is offered once. */
export const tours = ["demonstration"] as const;
export const tour = z.enum(tours);
export type Tour = z.infer<typeof tour>;

export const preferences = z.object({
  /** Shortcuts of one letter (WCAG 2.1.4). */
  singleKeys: z.boolean(),
  toursSeen: z.array(z.string()),
});
export type Preferences = z.infer<typeof preferences>;
export const usualPreferences: Preferences = { singleKeys: true, toursSeen: [] };

export const preferencesInput = z.object({ singleKeys: z.boolean() });
export const tourSeenInput = z.object({ tour });
