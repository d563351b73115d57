import Page, { generateMetadata as metadataOf } from "@/app/lab/[lab]/dashboards/[dashboard]/page";
import { inShare } from "@/app/_page/shared";

export const generateMetadata = inShare(metadataOf);
export default inShare(Page);
