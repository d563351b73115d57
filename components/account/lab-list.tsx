import type { LabSummary } from "@/contracts/lab";
import Link from "next/link";
import { ButtonLink } from "../ui/button-link";

export function LabList({ labs }: { labs: readonly LabSummary[] }) {
  return (
    <div className="flex flex-col items-start gap-3">
      <ul className="flex flex-col gap-1">
        {labs.map((lab) => (
          <li key={lab.slug}>
            <Link href={`/lab/${lab.slug}`} className="text-accent underline">
              {lab.name}
            </Link>{" "}
            <span className="text-muted">{lab.role}</span>
          </li>
        ))}
      </ul>
      <ButtonLink href="/labs/new">New lab</ButtonLink>
    </div>
  );
}
