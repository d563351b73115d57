import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "../lib/paths.mjs";
import { Trouble } from "../lib/report.mjs";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

function present() {
  for (const name of ["PHASIC_CHROMIUM", "CHROMIUM"]) {
    const file = process.env[name];
    if (file && fs.existsSync(file)) return file;
    if (file) throw new Trouble(`${name} is ${file}, and there is no such file.`, "Correct or unset it.");
  }
  const { chromium } = createRequire(path.join(root, "package.json"))("@playwright/test");
  return [...usual, chromium.executablePath()].find((file) => file && fs.existsSync(file));
}

const isDebian = () => fs.existsSync("/etc/debian_version") && fs.existsSync("/usr/bin/apt-get");

function attempt(command, args) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    timeout: 600_000,
  });
  return status === 0;
}

/** A Chromium for the browser tests: one that is there, else Debian's, else the one Playwright downloads. */
export function findChromium() {
  const found = present();
  if (found) return found;
  if (process.geteuid?.() === 0 && isDebian()) {
    console.log("No Chromium yet: installing Debian's");
    if (attempt("apt-get", ["update", "-qq"]))
      attempt("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
  }
  if (!present()) {
    console.log("No Chromium yet: asking Playwright to download one");
    attempt(process.execPath, [
      path.join(root, "node_modules/@playwright/test/cli.js"),
      "install",
      "chromium",
    ]);
  }
  const installed = present();
  if (installed) return installed;
  throw new Trouble(
    "Browser tests need a Chromium, and none could be installed.",
    "Install Chromium or Chrome, or set PHASIC_CHROMIUM to its program file; everything else is tested without it.",
  );
}
