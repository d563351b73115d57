import { expect, type Locator, type Page } from "@playwright/test";

/** Presses a key until this has the focus, as somebody without a pointer would. */
export async function pressUntil(page: Page, key: string, target: Locator, most = 120): Promise<void> {
  await expect(target).toBeVisible();
  const focused = () => target.evaluate((element) => element === document.activeElement);
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await focused()) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused({ timeout: 1 });
}
