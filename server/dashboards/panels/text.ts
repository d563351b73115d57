import type { Resolver } from "./resolver";

/** Words need no data: they stand in the document. */
export const text: Resolver<"text"> = {
  check: async () => {},
  data: async () => ({ kind: "text" }),
};
