import Page from "@/app/lab/[lab]/compare/page";
import { inShare } from "@/app/_page/shared";

export { metadata } from "@/app/lab/[lab]/compare/page";
export default inShare(Page);
