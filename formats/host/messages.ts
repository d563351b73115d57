import type { Answers, RecordingPart } from "@/contracts/recording";
import type { Limits } from "../limits";

/** What goes to the process that reads… */
export type ToChild =
  | {
      readonly kind: "read";
      readonly path: string;
      readonly name: string;
      readonly answers: Answers;
      readonly limits: Limits;
    }
  /** The last part was taken: send the next. */
  | { readonly kind: "next" };

/** …and what comes from it. */
export type FromChild =
  | { readonly kind: "ready" }
  | { readonly kind: "part"; readonly part: RecordingPart }
  | {
      readonly kind: "end";
      readonly outcome: "imported" | "needs-mapping" | "refused";
      readonly reason: string;
      readonly cpuSeconds: number;
      readonly peakResidentMb: number;
    };
