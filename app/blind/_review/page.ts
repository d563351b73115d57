import type { Draft } from "@/components/publication/review/conversation";
import { reviewPage } from "@/components/publication/review/review-page";
import { byQuery, settingAsked } from "@/components/publication/page/settings";
import { type Review, reviewComments, reviewPanels } from "@/server/publications/blind/service";

/** @param search of the address: the setting that is shown, and the panel that the form is about. */
export async function pageOf(review: Review, search: string, typed?: Draft): Promise<string> {
  const { manifest, hash, address } = review;
  const setting = settingAsked(manifest, search);
  const { as, comments } = await reviewComments(review);
  const panel = new URLSearchParams(search).get("about");
  return reviewPage({
    ...{ manifest, hash, setting, comments, path: `/blind/${address}` },
    at: byQuery(`/blind/${address}`),
    data: await reviewPanels(review, setting),
    draft: typed ?? { as, panel, body: "", problem: null },
  });
}
