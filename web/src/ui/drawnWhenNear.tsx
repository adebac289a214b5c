import { type ComponentType, type ReactNode, startTransition, useEffect, useRef, useState } from "react";
import { usePaper } from "../take/paper";
import { onceIdle, onceNear } from "./near";

interface Place {
  /** What stands there until then, of the same height. */
  fallback: ReactNode;
}

/**
 * What takes long to draw. It is drawn when the reader comes near, and when the page goes to paper, which waits for
 * nothing: its code is fetched as soon as the browser has nothing else to do.
 */
export function drawnWhenNear<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
): ComponentType<P & Place> {
  return function DrawnWhenNear({ fallback, ...props }: P & Place) {
    const place = useRef<HTMLDivElement>(null);
    const [near, setNear] = useState(false);
    const [fetched, setFetched] = useState<{ Drawn: ComponentType<P> } | { failure: unknown }>();
    const paper = usePaper();
    useEffect(() => {
      if (near || !place.current) return;
      return onceNear(place.current, () => startTransition(() => setNear(true)));
    }, [near]);
    useEffect(() => {
      const fetch = () =>
        void load().then(
          (module) => startTransition(() => setFetched({ Drawn: module.default })),
          (failure: unknown) => setFetched({ failure }),
        );
      if (!near) return onceIdle(fetch);
      fetch();
    }, [near]);

    if (fetched && "failure" in fetched) throw fetched.failure;
    if (!fetched || !(near || paper)) return <div ref={place}>{fallback}</div>;
    return <fetched.Drawn {...(props as unknown as P)} />;
  };
}
