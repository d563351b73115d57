import { person } from "@/app/_page/visitor";
import { serverCaller } from "@/server/caller";
import { Outside } from "@/components/people/outside";
import { ButtonLink } from "@/components/ui/button-link";
import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { name, email } = await person("/account");
  const { labs } = await (await serverCaller()).account.me();
  return (
    <Outside title="Account">
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-y-2">
        <dt className="text-muted">Name</dt>
        <dd>{name}</dd>
        <dt className="text-muted">E-mail</dt>
        <dd className="break-all">{email}</dd>
        <dt className="text-muted">Labs</dt>
        <dd>
          <ul>
            {labs.map((lab) => (
              <li key={lab.slug}>
                <Link href={`/lab/${lab.slug}`} className="text-accent underline">
                  {lab.name}
                </Link>{" "}
                <span className="text-muted">{lab.role}</span>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      <ButtonLink href="/sign-out">Sign out</ButtonLink>
    </Outside>
  );
}
