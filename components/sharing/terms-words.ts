import type { Use } from "@/contracts/licence";
import type { Consents, ShareLevel, ShareState, ShareSummary } from "@/contracts/share";

export const levelWords: Record<ShareLevel, string> = { read: "Read", comment: "Read and comment" };

export const wordsOfUse: Record<Use, { readonly done: string; readonly left: string }> = {
  fork: { done: "forked", left: "fork" },
  export: { done: "exported", left: "export" },
  publish: { done: "published", left: "publication" },
};

export const stateWords: Record<ShareState, string> = {
  offered: "not taken up yet",
  accepted: "open",
  expired: "expired, nobody took it up",
  revoked: "ended by the lab that shared it",
  ended: "declined or given back",
};

const list = (words: readonly string[]) =>
  words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : (words[0] ?? "");

/** "may be forked and exported", "may be looked at only". */
export function consentWords({ mayFork, mayExport, mayPublish }: Consents): string {
  const agreed = [mayFork && "forked", mayExport && "exported", mayPublish && "published"].filter(
    (one) => one !== false,
  );
  return agreed.length > 0 ? `may be ${list(agreed)}` : "may not be forked, exported or published";
}

/** "the lab at /lab/x": a lab has a name for others once it has accepted. */
export const whom = ({ lab, to }: Pick<ShareSummary, "lab" | "to">) =>
  lab ?? (to ? `the lab at /lab/${to}` : "whoever has the link");
