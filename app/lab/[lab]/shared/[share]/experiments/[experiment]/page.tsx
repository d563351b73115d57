import Page from "@/app/lab/[lab]/experiments/[experiment]/page";
import { inShare } from "@/app/_page/shared";

export { metadata } from "@/app/lab/[lab]/experiments/[experiment]/page";
export default inShare(Page);
