import { publicGrant } from "@/server/access/grant";
import { checkHealth } from "@/server/health/service";

export async function GET(): Promise<Response> {
  const health = await checkHealth(publicGrant());
  return Response.json(health, {
    status: health.database ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
