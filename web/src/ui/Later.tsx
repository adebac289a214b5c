import { type ReactNode, useDeferredValue } from "react";
import { usePaper } from "../take/paper";

interface Props {
  /** What stands there until then, of the same height. */
  fallback?: ReactNode;
  children: ReactNode;
}

/** What lies below the first look: it is rendered after it, in slices, so that nothing waits for it; for paper at once. */
export function Later({ fallback, children }: Props) {
  const paper = usePaper();
  return useDeferredValue(true, false) || paper ? children : fallback;
}
