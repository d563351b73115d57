export { GET } from "@/app/api/lab/[lab]/runs/[run]/export/route";
