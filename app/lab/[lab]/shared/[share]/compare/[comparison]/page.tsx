import Page from "@/app/lab/[lab]/compare/[comparison]/page";
import { inShare } from "@/app/_page/shared";

export { metadata } from "@/app/lab/[lab]/compare/[comparison]/page";
export default inShare(Page);
