import Page from "@/app/lab/[lab]/runs/[run]/page";
import { inShare } from "@/app/_page/shared";

export { metadata } from "@/app/lab/[lab]/runs/[run]/page";
export default inShare(Page);
