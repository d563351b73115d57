"use client";
import "./globals.css";

/** When even the frame broke: no providers, no shell. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto max-w-prose p-8">
          <h1 className="text-lg">Phasic could not be drawn</h1>
          <p>
            Nothing that runs was stopped. Try again; if it stays, restart the server and look at its log.
          </p>
          <button type="button" className="mt-4 underline" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
