import { test as base, type Page } from "@playwright/test";
import { demonstration } from "../prisma/seed/demonstration";
import { signIn, signUp } from "./pages/door";

export interface FreshLab {
  /** /lab/<slug>, where everything of the lab lives. */
  base: string;
}

let made = 0;
/** Unlike any other person of this run of the tests, so that specs never meet each other's data. */
export function newPerson() {
  made += 1;
  const mark = `${process.pid}-${Date.now().toString(36)}-${made}`;
  return {
    name: "Ada Test",
    labName: `Lab ${mark}`,
    email: `ada-${mark}@example.org`,
    password: "correct horse battery",
  };
}

export const labBase = (page: Page) => new URL(page.url()).pathname.split("/").slice(0, 3).join("/");

/** Through the front door: a page that is signed in, in a lab of its own or in the demonstration. */
export const test = base.extend<{ fresh: FreshLab; demo: FreshLab }>({
  fresh: async ({ page }, use) => {
    await signUp(page, newPerson());
    await use({ base: labBase(page) });
  },
  demo: async ({ page }, use) => {
    const password = process.env.PHASIC_DEMO_PASSWORD;
    if (!password) throw new Error("PHASIC_DEMO_PASSWORD is not set: run these tests with npm test -- e2e.");
    await signIn(page, { email: demonstration.user.email, password });
    await page.goto(`/lab/${demonstration.lab.slug}`);
    await use({ base: `/lab/${demonstration.lab.slug}` });
  },
});
export { expect } from "@playwright/test";
