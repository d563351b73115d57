import Page from "@/app/lab/[lab]/paradigms/[paradigm]/page";
import { inShare } from "@/app/_page/shared";

export { metadata } from "@/app/lab/[lab]/paradigms/[paradigm]/page";
export default inShare(Page);
