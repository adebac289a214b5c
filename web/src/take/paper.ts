import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { isWhole, onceWhole } from "./whole";

const SCHEME = "data-mantine-color-scheme";

/** Of the writing on a sheet, in pixels of the screen: A4 or Letter without the margins of the style sheet. */
export const PAPER_WIDTH = 690;

const listeners = new Set<() => void>();
let onPaper = false;
/** How many wait until all of the page is made. */
let waiting = 0;
/** Calls off the printing that waits. */
let callOff: (() => void) | undefined;
let scheme: string | null = null;

/** What is drawn for the screen has to be drawn anew before the browser takes the page to paper, and at once. */
function toPaper(): void {
  if (onPaper) return;
  const root = document.documentElement;
  scheme = root.getAttribute(SCHEME);
  root.setAttribute(SCHEME, "light");
  onPaper = true;
  tell();
}

function toScreen(): void {
  if (!onPaper) return;
  if (scheme !== null) document.documentElement.setAttribute(SCHEME, scheme);
  onPaper = false;
  tell();
}

function tell(): void {
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
    if (callOff && !event.repeat) callOff();
    else if (callOff || !isWhole()) {
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
  if (callOff) return;
  const stop = onceMade(() => {
    callOff = undefined;
    window.print();
  });
  callOff = () => {
    callOff = undefined;
    stop();
  };
}

/** Has all of the page made, near the reader or not, and then goes on with it. Returns what calls that off. */
export function onceMade(run: () => void): () => void {
  waiting++;
  tell();
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    stop();
    waiting--;
    tell();
  };
  const stop = onceWhole(() => {
    run();
    end();
  });
  return end;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the page is on its way to paper. */
export function usePaper(): boolean {
  return useSyncExternalStore(subscribe, () => onPaper);
}

/** Whether all of the page is wanted now, to be taken along or printed: what waits for the reader elsewhere is made. */
export function useAllWanted(): boolean {
  return useSyncExternalStore(subscribe, () => onPaper || waiting > 0);
}

/** Whether somebody waits until all of the page is there. */
export function useWaiting(): boolean {
  return useSyncExternalStore(subscribe, () => waiting > 0);
}
