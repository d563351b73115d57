import { z } from "zod";
import { timeZone } from "./person";

/** Walks through the product that a person is offered once. */
export const tours = ["demonstration"] as const;
export const tour = z.enum(tours);
export type Tour = z.infer<typeof tour>;

/** How often unread items of the inbox go out by e-mail. */
export const digestRates = ["off", "daily", "weekly"] as const;
export const digestRate = z.enum(digestRates);
export type DigestRate = z.infer<typeof digestRate>;

export const preferences = z.object({
  /** Shortcuts of one letter (WCAG 2.1.4). */
  singleKeys: z.boolean(),
  toursSeen: z.array(z.string()),
  digest: digestRate,
});
export type Preferences = z.infer<typeof preferences>;
export const usualPreferences: Preferences = { singleKeys: true, toursSeen: [], digest: "off" };

export const preferencesInput = z.object({ singleKeys: z.boolean() });
/** `timeZone`: the browser's own, for whoever chose none. */
export const digestInput = z.object({ digest: digestRate, timeZone });
export const tourSeenInput = z.object({ tour });
