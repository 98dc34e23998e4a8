import assert from "node:assert/strict";
import type { Page } from "playwright-core";

const MOST = 60;

/** What has the focus, and what a person sees of that. */
interface Focused {
  /** The keyboard has left the page. */
  isNothing: boolean;
  name: string;
  hasOutline: boolean;
  isInWindow: boolean;
  isCovered: boolean;
}

/** Goes on by the tab key until something has the focus, which must be seen at every stop. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const stops: string[] = [];
  while (stops.length < MOST) {
    await page.keyboard.press("Tab");
    const { name: found, isNothing, ...seen } = await focused(page);
    if (isNothing) break;
    assert.deepEqual(
      seen,
      { hasOutline: true, isInWindow: true, isCovered: false },
      `"${found}" at ${page.url()}`,
    );
    if (found === name) return;
    stops.push(found);
  }
  throw new Error(`No way leads to "${name}" but to ${stops.join(", ")}`);
}

/** Whether what has the focus is in a part of the page. */
export async function isFocusIn(page: Page, part: string): Promise<boolean> {
  return await page.locator(`${part} :focus`).count() > 0;
}

function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(
      element,
    );
    // A link may go over several lines: its first one counts.
    const { left, right, top, bottom, width, height } = element
      .getClientRects()[0] ?? new DOMRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const above = document.elementFromPoint(x, y);
    const labels = element instanceof HTMLInputElement ? element.labels : null;
    return {
      isNothing: element === document.body,
      name: labels?.[0]?.textContent?.trim() ??
        element.ariaLabel ?? element.textContent?.trim() ?? "",
      hasOutline: outlineStyle !== "none" && parseFloat(outlineWidth) > 0 &&
        !/, 0\)$|transparent/.test(outlineColor),
      isInWindow: width > 0 && height > 0 && top >= 0 && left >= 0 &&
        bottom <= innerHeight && right <= innerWidth,
      isCovered: !element.contains(above),
    };
  });
}
