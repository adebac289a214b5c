import { type ReactNode, useDeferredValue } from "react";

interface Props {
  /** What stands there until then, of the same height. */
  fallback?: ReactNode;
  children: ReactNode;
}

/** What lies below the first look: it is rendered after it, in slices, so that nothing waits for it. */
export function Later({ fallback, children }: Props) {
  return useDeferredValue(true, false) ? children : fallback;
}
