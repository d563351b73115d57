export { GET } from "@/app/api/lab/[lab]/experiments/[experiment]/export/route";
