/** How far below the screen, in pixels, something is made, so that it is there when it is scrolled to. */
const AHEAD = 600;
/** How long the browser has time for other things, in milliseconds, where it does not tell when it has none to do. */
const A_MOMENT = 300;

/** Runs something when a reader comes near a place. Returns what calls it off. */
export function onceNear(place: Element, run: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => entries.some(({ isIntersecting }) => isIntersecting) && run(),
    { rootMargin: `${AHEAD}px` },
  );
  observer.observe(place);
  return () => observer.disconnect();
}

/** Runs something when the browser has nothing else to do. Returns what calls it off. */
export function onceIdle(run: () => void): () => void {
  // Safari has no such call.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(run, A_MOMENT);
    return () => clearTimeout(timer);
  }
  const asked = window.requestIdleCallback(run);
  return () => window.cancelIdleCallback(asked);
}
