import { type RefObject, useLayoutEffect, useRef, useState } from "react";

interface Opening {
  open: boolean;
  setOpen: (open: boolean) => void;
  /** The button that it opens at. */
  target: RefObject<HTMLButtonElement | null>;
}

/** For what has just taken the place of a button that was pressed: it takes its focus over, and then opens. */
export function useOpening(): Opening {
  const [open, setOpen] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    target.current?.focus({ preventScroll: true });
    setOpen(true);
  }, []);
  return { open, setOpen, target };
}
