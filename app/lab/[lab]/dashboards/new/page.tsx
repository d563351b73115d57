import { NewDashboard } from "@/components/dashboards/new-dashboard";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "New dashboard" };

export default async function NewDashboardPage({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string }>;
  searchParams: Promise<{ comparison?: string }>;
}) {
  const { lab } = await params;
  const { comparison } = await searchParams;
  return (
    <>
      <PageHead crumbs={[{ label: "Dashboards", href: `/lab/${lab}/dashboards` }]} title="New dashboard" />
      <NewDashboard lab={lab} comparison={comparison ?? null} />
    </>
  );
}
