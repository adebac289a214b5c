import { type ReactNode, startTransition, useEffect, useRef, useState } from "react";

interface Props {
  /** What stands there until then, of the same height. */
  fallback: ReactNode;
  children: ReactNode;
}

/** How far below the screen, in pixels, something is made, so that it is there when it is scrolled to. */
const AHEAD = 600;
/** How long the browser has time for other things, in milliseconds, where it does not tell when it has none to do. */
const A_MOMENT = 300;

/**
 * What costs much and lies below the first look: it is made when the reader comes near, and otherwise once the browser
 * has nothing else to do, so that it is there on paper too.
 */
export function WhenNear({ fallback, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (wanted || !place.current) return;
    // In slices, and what stands there stays until all of it can be shown.
    const want = () => startTransition(() => setWanted(true));
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && want(),
      { rootMargin: `${AHEAD}px` },
    );
    observer.observe(place.current);
    const forget = onceIdle(want);
    return () => {
      observer.disconnect();
      forget();
    };
  }, [wanted]);
  return wanted ? children : <div ref={place}>{fallback}</div>;
}

/** Returns what calls it off. */
function onceIdle(run: () => void): () => void {
  // Safari has no such call.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(run, A_MOMENT);
    return () => clearTimeout(timer);
  }
  const asked = window.requestIdleCallback(run);
  return () => window.cancelIdleCallback(asked);
}
