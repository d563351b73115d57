import { z } from "zod";

/** Controls, lone surrogates, and marks that turn the direction of what follows: they would make one name look like another. */
const deceptive = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
/** A name in any script. */
export const personName = z
  .string()
  .normalize()
  .trim()
  .min(1, "Say your name.")
  .max(120, "At most 120 characters.")
  .refine((name) => !deceptive.test(name), "Leave out signs that cannot be seen.");

const isTimeZone = (name: string) => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};
/** An IANA name; null follows the browser. */
export const timeZone = z.string().max(60).refine(isTimeZone, "There is no such time zone.").nullable();

/** How a person is shown who is known from an imported archive alone: nobody of this server has said so. */
export const statedMark = ", as stated by the archive";
export const asStated = (name: string): string => `${name}${statedMark}`;
