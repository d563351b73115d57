"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import type { LabSummary } from "@/contracts/lab";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { DataSection } from "./data-section";
import { DigestSection } from "./digest-section";
import { LabList } from "./lab-list";
import { PlaceMessage } from "./place-message";
import { ProfileForm } from "./profile-form";
import { SessionList } from "./session-list";
import { SignInSection } from "./sign-in-section";

const sections = [
  { id: "profile", title: "Profile" },
  { id: "labs", title: "Labs" },
  { id: "sign-in", title: "Signing in" },
  { id: "notifications", title: "Notifications" },
  { id: "sessions", title: "Sessions" },
  { id: "data", title: "Your data" },
] as const;

export function AccountPage({ labs, place }: { labs: readonly LabSummary[]; place?: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.account.profile.queryOptions());
  const home = labs.find(({ isDemonstration }) => !isDemonstration) ?? labs[0];
  return (
    <main id="main" tabIndex={-1} className="mx-auto flex max-w-3xl flex-col gap-6 px-4 py-6 outline-none">
      <header className="flex flex-col gap-2">
        <Link href={home ? `/lab/${home.slug}` : "/"} className="self-start text-muted hover:text-ink">
          {home ? `Back to ${home.name}` : "Phasic"}
        </Link>
        <h1 className="text-lg">Account</h1>
        <nav aria-label="Account" className="flex flex-wrap gap-x-4">
          {sections.map(({ id, title }) => (
            <a key={id} href={`#${id}`} className="text-accent underline">
              {title}
            </a>
          ))}
        </nav>
      </header>
      <PlaceMessage outcome={place} />
      <QueryState query={query} what="your account">
        {(profile) => (
          <>
            {profile.isShared && (
              <p className="max-w-prose rounded border border-line-strong bg-wash p-3">
                This is the account of the demonstration. Everybody shares it, so it stays as it is. Sign up
                for an account of your own to change it.
              </p>
            )}
            {sections.map(({ id, title }) => (
              <section key={id} id={id} aria-labelledby={`${id}-title`} className="border-t border-line pt-4">
                <h2 id={`${id}-title`} className="mb-3">
                  {title}
                </h2>
                {id === "profile" && <ProfileForm profile={profile} />}
                {id === "labs" && <LabList labs={labs} />}
                {id === "sign-in" && <SignInSection profile={profile} />}
                {id === "notifications" && <DigestSection profile={profile} />}
                {id === "sessions" && <SessionList />}
                {id === "data" && <DataSection profile={profile} />}
              </section>
            ))}
          </>
        )}
      </QueryState>
    </main>
  );
}
