import { onceIdle } from "./idle";

/** How far below the screen, in pixels, something is made once the reader moves, so that it is there when it is scrolled to. */
const AHEAD = 600;
/** How long, in milliseconds, a reader who does nothing is taken to look at what is on the screen. */
const A_LOOK = 3_000;
/** By which a reader shows to go on. */
const SIGNS = ["pointermove", "pointerdown", "keydown", "scroll", "focusin"];

/** What waits until the first look at the page is over; undefined before anything does. */
let waitingForLook: Set<() => void> | undefined;
let looked = false;

/**
 * Runs something once the reader does something, or has had time for a first look at the page; at once where that was
 * before. What is on the screen has all of the browser's time until then. Returns what calls it off.
 */
function afterFirstLook(run: () => void): () => void {
  if (looked) {
    run();
    return () => undefined;
  }
  waitingForLook ??= watchForSigns();
  const waiting = waitingForLook;
  const once = () => run();
  waiting.add(once);
  return () => waiting.delete(once);
}

function watchForSigns(): Set<() => void> {
  const waiting = new Set<() => void>();
  const over = () => {
    looked = true;
    clearTimeout(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, over, true);
    for (const run of waiting) run();
  };
  const timer = setTimeout(over, A_LOOK);
  for (const sign of SIGNS) window.addEventListener(sign, over, { capture: true, passive: true });
  return waiting;
}

/**
 * Runs something when a place is on the screen, and after the first look as soon as the reader comes near it. Returns what
 * calls it off.
 */
export function onceNear(place: Element, run: () => void): () => void {
  if (looked) return watch(place, run, AHEAD);
  let stop = watch(place, run, 0);
  const forget = afterFirstLook(() => {
    stop();
    stop = watch(place, run, AHEAD);
  });
  return () => {
    forget();
    stop();
  };
}

/** @param ahead pixels below the screen that count as on it */
function watch(place: Element, run: () => void, ahead: number): () => void {
  const observer = new IntersectionObserver(
    (entries) => entries.some(({ isIntersecting }) => isIntersecting) && run(),
    { rootMargin: `${ahead}px` },
  );
  observer.observe(place);
  return () => observer.disconnect();
}

/** Runs something after the first look, as [onceIdle] does. Returns what calls it off. */
export function onceSpare(run: () => void): () => void {
  let forget = () => {};
  const notYet = afterFirstLook(() => {
    forget = onceIdle(run);
  });
  return () => {
    notYet();
    forget();
  };
}
