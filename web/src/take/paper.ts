import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

const SCHEME = "data-mantine-color-scheme";

/** Of the writing on a sheet, in pixels of the screen: A4 or Letter without the margins of the style sheet. */
export const PAPER_WIDTH = 690;

const listeners = new Set<() => void>();
let printing = false;
let scheme: string | null = null;

/** What is drawn for the screen has to be drawn anew before the browser takes the page to paper, and at once. */
function toPaper(): void {
  if (printing) return;
  const root = document.documentElement;
  scheme = root.getAttribute(SCHEME);
  root.setAttribute(SCHEME, "light");
  tell(true);
}

function toScreen(): void {
  if (!printing) return;
  if (scheme !== null) document.documentElement.setAttribute(SCHEME, scheme);
  tell(false);
}

function tell(now: boolean): void {
  printing = now;
  flushSync(() => {
    for (const listener of listeners) listener();
  });
}

/** Paper is light, whatever the screen is. */
export function watchPaper(): void {
  window.addEventListener("beforeprint", toPaper);
  window.addEventListener("afterprint", toScreen);
}

/** Whether the page is on its way to paper. */
export function usePaper(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => printing,
  );
}
