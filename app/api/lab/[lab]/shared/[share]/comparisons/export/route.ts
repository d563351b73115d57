export { GET } from "@/app/api/lab/[lab]/comparisons/export/route";
