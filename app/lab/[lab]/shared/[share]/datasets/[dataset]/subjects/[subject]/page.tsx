import Page from "@/app/lab/[lab]/datasets/[dataset]/subjects/[subject]/page";
import { inShare } from "@/app/_page/shared";

export { metadata } from "@/app/lab/[lab]/datasets/[dataset]/subjects/[subject]/page";
export default inShare(Page);
