import Page from "@/app/lab/[lab]/datasets/[dataset]/page";
import { inShare } from "@/app/_page/shared";

export { metadata } from "@/app/lab/[lab]/datasets/[dataset]/page";
export default inShare(Page);
