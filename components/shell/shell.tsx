"use client";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { useState, type ReactNode } from "react";
import { DeletionNotice } from "../lab/deletion-notice";
import { useStartTour } from "../tour/tour";
import { IconButton } from "../ui/icon-button";
import { CommandPalette } from "./command-palette";
import { OutMark } from "./live-mark";
import { MenuButton } from "./menu-button";
import { places } from "./places";
import { usePreferences } from "./preferences";
import { Rail, type ShellFacts } from "./rail";
import { chooseRow, focusFilter, moveRow, pressNew } from "./shortcuts/rows";
import { ShortcutsDialog } from "./shortcuts/shortcuts-dialog";
import { useShortcuts } from "./shortcuts/use-shortcuts";
import { useHotkey } from "./use-hotkey";
import { useVisit } from "./use-visit";

/** The frame of every page of a lab: a rail on the left, on a phone a drawer behind a bar. */
export function Shell({ children, ...facts }: ShellFacts & { children: ReactNode }) {
  const router = useRouter();
  const { singleKeys } = usePreferences();
  const [searching, setSearching] = useState(false);
  const [drawer, setDrawer] = useState(false);
  const [helping, setHelping] = useState(false);
  const startTour = useStartTour();
  useVisit(facts.lab.slug);
  useHotkey("k", () => setSearching((open) => !open));
  useShortcuts(singleKeys, {
    "?": () => setHelping(true),
    "/": () => focusFilter() || setSearching(true),
    n: pressNew,
    j: () => moveRow(1),
    k: () => moveRow(-1),
    x: chooseRow,
    ...Object.fromEntries(
      places.map(({ key, path }) => [`g ${key}`, () => router.push(`/lab/${facts.lab.slug}${path}`)]),
    ),
  });
  const search = () => {
    setDrawer(false);
    setSearching(true);
  };
  const help = () => {
    setDrawer(false);
    setHelping(true);
  };
  const tour = () => {
    setDrawer(false);
    startTour();
  };
  return (
    <div className="md:grid md:grid-cols-[var(--rail)_minmax(0,1fr)] print:block">
      <aside className="sticky top-0 hidden h-dvh border-r border-line bg-wash md:block print:hidden">
        <Rail {...facts} onSearch={search} onShortcuts={help} onTour={tour} />
      </aside>
      <div className="sticky top-0 z-30 flex h-12 items-center gap-1 border-b border-line bg-paper px-2 md:hidden print:hidden">
        <MenuButton onClick={() => setDrawer(true)} />
        <bdi className="min-w-0 flex-1 truncate font-medium">{facts.lab.name}</bdi>
        <IconButton label="Search" onClick={search}>
          <Search size={20} aria-hidden />
        </IconButton>
      </div>
      <Dialog.Root open={drawer} onOpenChange={setDrawer}>
        <Dialog.Portal>
          <Dialog.Overlay className="fixed inset-0 z-40 bg-overlay" />
          <Dialog.Content
            aria-describedby={undefined}
            className="fixed inset-y-0 left-0 z-50 w-72 max-w-[85vw] border-r border-line bg-wash"
          >
            <Dialog.Title className="sr-only">Menu</Dialog.Title>
            <Rail
              {...facts}
              onSearch={search}
              onShortcuts={help}
              onTour={tour}
              onLeave={() => setDrawer(false)}
            />
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
      <main id="main" tabIndex={-1} className="min-w-0 px-4 py-4 outline-none md:px-6">
        <DeletionNotice lab={facts.lab} />
        {children}
      </main>
      <OutMark />
      <CommandPalette
        lab={facts.lab}
        labs={facts.labs}
        open={searching}
        onOpenChange={setSearching}
        onShortcuts={help}
        onTour={tour}
      />
      <ShortcutsDialog open={helping} onOpenChange={setHelping} />
    </div>
  );
}
