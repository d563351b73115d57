"use client";
import { Menu as MenuIcon, Search } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState, type ReactNode } from "react";
import { IconButton } from "../ui/icon-button";
import { CommandPalette } from "./command-palette";
import { OutMark } from "./live-mark";
import { Rail, type ShellFacts } from "./rail";
import { useHotkey } from "./use-hotkey";

/** The frame of every page of a lab: a rail on the left, on a phone a drawer behind a bar. */
export function Shell({ children, ...facts }: ShellFacts & { children: ReactNode }) {
  const [searching, setSearching] = useState(false);
  const [drawer, setDrawer] = useState(false);
  useHotkey("k", () => setSearching((open) => !open));
  const search = () => {
    setDrawer(false);
    setSearching(true);
  };
  return (
    <div className="md:grid md:grid-cols-[var(--rail)_minmax(0,1fr)]">
      <aside className="sticky top-0 hidden h-dvh border-r border-line bg-wash md:block">
        <Rail {...facts} onSearch={search} />
      </aside>
      <div className="sticky top-0 z-30 flex h-12 items-center gap-1 border-b border-line bg-paper px-2 md:hidden">
        <IconButton label="Menu" onClick={() => setDrawer(true)}>
          <MenuIcon size={20} aria-hidden />
        </IconButton>
        <span className="min-w-0 flex-1 truncate font-medium">{facts.lab.name}</span>
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
            <Rail {...facts} onSearch={search} onLeave={() => setDrawer(false)} />
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
      <main id="main" tabIndex={-1} className="min-w-0 px-4 py-4 outline-none md:px-6">
        {children}
      </main>
      <OutMark />
      <CommandPalette lab={facts.lab} labs={facts.labs} open={searching} onOpenChange={setSearching} />
    </div>
  );
}
