import { cache } from "react";

/** When the page at hand began to be written, in ms: one moment for all of it. */
export const writtenAt = cache(() => Date.now());
