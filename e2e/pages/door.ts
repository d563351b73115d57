import { expect, type Page } from "@playwright/test";

export interface Person {
  name: string;
  labName: string;
  email: string;
  password: string;
}

export async function fillSignUp(page: Page, person: Person) {
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("Name of your lab").fill(person.labName);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign up" }).click();
}

export async function signUp(page: Page, person: Person) {
  await page.goto("/sign-up");
  await fillSignUp(page, person);
  await expect(page.getByRole("heading", { level: 1, name: person.labName })).toBeVisible();
}

export async function fillSignIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

export async function signIn(page: Page, who: { email: string; password: string }) {
  await page.goto("/sign-in");
  await fillSignIn(page, who);
  await page.waitForURL(/\/lab\//);
}
