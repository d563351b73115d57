import { z } from "zod";
import { author } from "./lab";

/** One state of what several people write together, as its history lists it. */
export const revision = z.object({
  number: z.number().int(),
  /** Kept when another was chosen: it was never what readers saw. */
  aside: z.boolean(),
  author,
  createdAt: z.date(),
});
