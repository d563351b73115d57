"use client";
import { QueryState } from "@/components/list/query-state";
import { showing, useDeed } from "@/components/providers/use-deed";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { AccountProfile } from "@/contracts/account";
import { digestRate, digestRates, type DigestRate, type Preferences } from "@/contracts/preferences";
import { useQuery } from "@tanstack/react-query";

const words: Record<DigestRate, string> = {
  off: "Never",
  daily: "Every day at 8:00",
  weekly: "Every Monday at 8:00",
};

/** What stands in the way of a digest, or null. */
function hindrance({ mail, emailVerified, isShared }: AccountProfile): string | null {
  if (isShared) return "This account is everybody's.";
  if (!mail)
    return "This server sends no mail, so the inbox is read here only. Whoever runs it can set PHASIC_SMTP_URL and PHASIC_MAIL_FROM.";
  return emailVerified ? null : "Confirm your address first, under Signing in: nothing is sent before.";
}

export function DigestSection({ profile }: { profile: AccountProfile }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const deed = useDeed();
  const query = useQuery(trpc.preferences.get.queryOptions());
  const inTheWay = hindrance(profile);
  const choose = (digest: DigestRate) =>
    void deed({
      shows: [showing(trpc.preferences.get.queryKey(), (before: Preferences) => ({ ...before, digest }))],
      does: () =>
        client.preferences.setDigest.mutate({
          digest,
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        }),
      failed: "The setting was not kept.",
      done: () => ({ title: "Saved." }),
      refreshes: [trpc.preferences.pathKey()],
    });
  return (
    <QueryState query={query} what="your settings">
      {({ digest }) => (
        <div className="flex max-w-md flex-col gap-2">
          <Field
            label="Unread items of the inbox by e-mail"
            hint={
              inTheWay ??
              `In your time zone${profile.timeZone ? ` (${profile.timeZone})` : ""}; nothing is sent when nothing is unread.`
            }
          >
            {(control) => (
              <Select
                {...control}
                value={digest}
                disabled={inTheWay !== null}
                onChange={({ target }) => choose(digestRate.parse(target.value))}
              >
                {digestRates.map((rate) => (
                  <option key={rate} value={rate}>
                    {words[rate]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      )}
    </QueryState>
  );
}
