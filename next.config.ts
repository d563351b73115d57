import type { NextConfig } from "next";

const config: NextConfig = {
  // tools/lib/build.mjs gives each state of the sources a folder of its own
  distDir: process.env.PHASIC_BUILD ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: { root: import.meta.dirname },
  // Types are checked by `npm test`, once; next would also rewrite tsconfig.json, and leaves one that extends another alone.
  typescript: { ignoreBuildErrors: true, tsconfigPath: "tsconfig.build.json" },
  // native code, or code that starts threads by file name: to be loaded by Node rather than bundled
  serverExternalPackages: [
    "@node-rs/argon2",
    "pino",
    "graphile-worker",
    "h5wasm",
    "nodemailer",
    "pdfkit",
    "pg",
  ],
  async headers() {
    return [
      {
        source: "/(.*)",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
          { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
          { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        ],
      },
      { source: "/((?!embed/).*)", headers: [{ key: "X-Frame-Options", value: "DENY" }] },
      // where capability links lead
      {
        source: "/(link/.*|reset-password|confirm-email|blind/.*)",
        headers: [{ key: "Referrer-Policy", value: "no-referrer" }],
      },
    ];
  },
};

export default config;
