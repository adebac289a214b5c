import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { isWhole, onceWhole } from "./whole";

const SCHEME = "data-mantine-color-scheme";

/** Of the writing on a sheet, in pixels of the screen: A4 or Letter without the margins of the style sheet. */
export const PAPER_WIDTH = 690;

/** On its way to paper all of a page is made first, near the reader or not; then the browser takes it as it stands. */
type Way = "screen" | "coming" | "paper";

const listeners = new Set<() => void>();
let way: Way = "screen";
let scheme: string | null = null;

/** What is drawn for the screen has to be drawn anew before the browser takes the page to paper, and at once. */
function toPaper(): void {
  if (way === "paper") return;
  const root = document.documentElement;
  scheme = root.getAttribute(SCHEME);
  root.setAttribute(SCHEME, "light");
  go("paper");
}

function toScreen(): void {
  if (way === "paper" && scheme !== null) document.documentElement.setAttribute(SCHEME, scheme);
  go("screen");
}

function go(to: Way): void {
  if (way === to) return;
  way = to;
  flushSync(() => {
    for (const listener of listeners) listener();
  });
}

/** Paper is light, whatever the screen is. The keys for printing wait until there is something to print. */
export function watchPaper(): void {
  window.addEventListener("beforeprint", toPaper);
  window.addEventListener("afterprint", toScreen);
  window.addEventListener("keydown", (event) => {
    if (!prints(event, navigator.platform)) return;
    // Who presses again does not want to wait: the browser prints what is there.
    if (way === "coming" && !event.repeat) go("screen");
    else if (!isWhole()) {
      event.preventDefault();
      printPage();
    }
  });
}

/** Ctrl+P, on a Mac Cmd+P. */
export function prints(
  pressed: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">,
  platform: string,
): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  const mac = /^mac/i.test(platform);
  return key.toLowerCase() === "p" && ctrlKey === !mac && metaKey === mac && !altKey && !shiftKey;
}

/** Prints the page once all of it is there. */
export function printPage(): void {
  if (way !== "screen") return;
  go("coming");
  const stop = onceWhole(() => {
    window.print();
    // Where the browser did not print there is no way back from paper to take.
    if (way === "coming") go("screen");
  });
  const forget = subscribe(() => {
    if (way === "coming") return;
    forget();
    stop();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the page is on its way to paper. */
export function usePaper(): boolean {
  return useSyncExternalStore(subscribe, () => way === "paper");
}

/** Whether the page is about to go to paper, so that whatever belongs on it is made now. */
export function useComingToPaper(): boolean {
  return useSyncExternalStore(subscribe, () => way !== "screen");
}
