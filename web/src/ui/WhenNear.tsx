import { type ReactNode, startTransition, useEffect, useRef, useState } from "react";
import { useAllWanted } from "../take/paper";
import { onceNear, onceSpare } from "./near";

interface Props {
  /** What stands there until then, of the same height. */
  fallback: ReactNode;
  children: ReactNode;
}

/**
 * What costs much and lies below the first look: it is made when the reader comes near, when the page goes to paper, and
 * otherwise once the browser has nothing else to do.
 */
export function WhenNear({ fallback, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const all = useAllWanted();
  const wanted = all || near;
  // What was made because all of the page was wanted stays, and does not go and come again.
  if (all && !near) setNear(true);
  useEffect(() => {
    if (wanted || !place.current) return;
    // In slices, and what stands there stays until all of it can be shown.
    const want = () => startTransition(() => setNear(true));
    const stopWatching = onceNear(place.current, want);
    const forget = onceSpare(want);
    return () => {
      stopWatching();
      forget();
    };
  }, [wanted]);
  return wanted ? children : <div ref={place}>{fallback}</div>;
}
