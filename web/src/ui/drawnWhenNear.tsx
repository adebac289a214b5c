import { type ComponentType, type ReactNode, startTransition, useEffect, useRef, useState } from "react";
import { useAllWanted, usePaper } from "../take/paper";
import { onceNear, onceSpare } from "./near";

interface Place {
  /** What stands there until then, of the same height. */
  fallback: ReactNode;
  /** What stands there on paper where a page goes there before the code has come; the same where there is none. */
  onPaper?: ReactNode;
}

/**
 * What takes long to draw. It is drawn when the reader comes near, and when the page goes to paper. Its code is fetched as
 * soon as the browser has nothing else to do, or it is wanted: paper itself waits for nothing.
 *
 * @param idle whether it is drawn as soon as the browser has nothing else to do
 */
export function drawnWhenNear<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  idle = false,
): ComponentType<P & Place> {
  return function DrawnWhenNear({ fallback, onPaper, ...props }: P & Place) {
    const place = useRef<HTMLDivElement>(null);
    const [near, setNear] = useState(false);
    const [fetched, setFetched] = useState<{ Drawn: ComponentType<P> } | { failure: unknown }>();
    const paper = usePaper();
    const wanted = useAllWanted() || near;
    useEffect(() => {
      if (near || !place.current) return;
      return onceNear(place.current, () => startTransition(() => setNear(true)));
    }, [near]);
    useEffect(() => {
      const fetch = () =>
        void load().then(
          (module) =>
            startTransition(() => {
              setFetched({ Drawn: module.default });
              if (idle) setNear(true);
            }),
          (failure: unknown) => setFetched({ failure }),
        );
      if (!wanted) return onceSpare(fetch);
      fetch();
    }, [wanted]);

    if (fetched && "failure" in fetched) throw fetched.failure;
    if (!fetched || !wanted) return <div ref={place}>{paper ? (onPaper ?? fallback) : fallback}</div>;
    return <fetched.Drawn {...(props as unknown as P)} />;
  };
}
