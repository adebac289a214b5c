import { lazy, type RefObject, Suspense, startTransition, useEffect, useState } from "react";
import type { StuckBarProps } from "./StuckBar";

const StuckBar = lazy(() => import("./StuckBar"));

const CONTROL = ":is(select,button,input)";

interface Props extends Omit<StuckBarProps, "onWhole"> {
  /** The whole bar. */
  of: RefObject<HTMLElement | null>;
}

/** Keeps the filters at hand while the bar itself is above the window. */
export function StuckWhenAway({ of, ...bar }: Props) {
  const away = useAbove(of);
  if (!away) return null;
  const toWhole = () => {
    of.current?.scrollIntoView({ block: "start" });
    of.current?.querySelector<HTMLElement>(CONTROL)?.focus();
  };
  return (
    <Suspense fallback={null}>
      <StuckBar {...bar} onWhole={toWhole} />
    </Suspense>
  );
}

/** Whether an element has left the window at its top. */
function useAbove(of: RefObject<HTMLElement | null>): boolean {
  const [above, setAbove] = useState(false);
  useEffect(() => {
    if (!of.current) return;
    const watch = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      if (last) startTransition(() => setAbove(!last.isIntersecting && last.boundingClientRect.top < 0));
    });
    watch.observe(of.current);
    return () => watch.disconnect();
  }, [of]);
  return above;
}
