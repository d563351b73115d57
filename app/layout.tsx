import { writtenAt } from "@/app/_page/clock";
import { Providers } from "@/components/providers/providers";
import { themeAttribute, themeCookie, themeOf } from "@/components/shell/theme";
import { ThemeProvider } from "@/components/shell/use-theme";
import { TimeZoneProvider } from "@/components/ui/time-zone";
import { currentUser } from "@/server/access/current-user";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Phasic", template: "%s · Phasic" },
  description: "Put two readings of phasic dopamine on trial: an error, or a learning rate.",
};
export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // each answer carries its own script nonce, so no page is rendered ahead of time
  await connection();
  const zone = (await currentUser())?.timeZone ?? null;
  const theme = themeOf((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="en" data-theme={themeAttribute(theme)}>
      <body>
        <a
          href="#main"
          className="sr-only z-50 rounded bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to the content
        </a>
        <ThemeProvider initial={theme}>
          <TimeZoneProvider zone={zone} writtenAt={writtenAt()}>
            <Providers>{children}</Providers>
          </TimeZoneProvider>
        </ThemeProvider>
      </body>
    </html>
  );
}
