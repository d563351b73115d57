"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { useToast } from "@/components/ui/toast";
import { usualPreferences, type Preferences, type Tour } from "@/contracts/preferences";
import { useMutation } from "@tanstack/react-query";
import { createContext, use, useMemo, useState, type ReactNode } from "react";

interface Known extends Preferences {
  readonly setSingleKeys: (on: boolean) => void;
  readonly rememberTour: (tour: Tour) => void;
}
const Context = createContext<Known>({
  ...usualPreferences,
  setSingleKeys: () => {},
  rememberTour: () => {},
});

/** How this person wants pages to behave; kept with their account, so that it is so on every machine. */
export const usePreferences = () => use(Context);

export function PreferencesProvider({ initial, children }: { initial: Preferences; children: ReactNode }) {
  const trpc = useTRPC();
  const toast = useToast();
  const [known, setKnown] = useState(initial);
  const { mutate: set } = useMutation(
    trpc.preferences.set.mutationOptions({
      onMutate: ({ singleKeys }) => {
        setKnown((now) => ({ ...now, singleKeys }));
        return { before: known.singleKeys };
      },
      onError: (error, _input, context) => {
        setKnown((now) => ({ ...now, singleKeys: context?.before ?? now.singleKeys }));
        toast({ title: "The setting was not kept.", description: said(error), tone: "danger" });
      },
    }),
  );
  const { mutate: seen } = useMutation(trpc.preferences.tourSeen.mutationOptions());
  const value = useMemo(
    () => ({
      ...known,
      setSingleKeys: (singleKeys: boolean) => set({ singleKeys }),
      rememberTour: (tour: Tour) => {
        setKnown((now) => ({ ...now, toursSeen: [...new Set([...now.toursSeen, tour])] }));
        seen({ tour });
      },
    }),
    [known, set, seen],
  );
  return <Context value={value}>{children}</Context>;
}
