export { GET } from "@/app/api/lab/[lab]/datasets/[version]/export/route";
