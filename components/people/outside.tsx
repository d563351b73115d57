import type { ReactNode } from "react";

/** The frame of pages outside a lab: what Phasic is, and one small form. */
export function Outside({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-6 p-4 outline-none"
    >
      <div>
        <p className="font-semibold">Phasic</p>
        <p className="text-muted">Two readings of dopamine on trial: an error, or a learning rate.</p>
      </div>
      <h1 className="text-lg">{title}</h1>
      {children}
    </main>
  );
}
