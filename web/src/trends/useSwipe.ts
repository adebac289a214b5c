import { type PointerEvent, useRef } from "react";
import { type Place, swiped } from "./swipe";

/**
 * Swiping sideways with one finger. The browser keeps what goes up and down, by the style of the element
 * (`touch-action`), and takes a finger back that scrolls.
 */
export function useSwipe(go: (step: 1 | -1) => void) {
  const from = useRef<Place>(undefined);
  const forget = () => {
    from.current = undefined;
  };
  return {
    onPointerDown: ({ pointerType, isPrimary, clientX, clientY }: PointerEvent) => {
      // A second finger makes it a pinch.
      from.current = pointerType === "touch" && isPrimary ? { x: clientX, y: clientY } : undefined;
    },
    onPointerUp: ({ clientX, clientY }: PointerEvent) => {
      const step = from.current ? swiped(from.current, { x: clientX, y: clientY }) : 0;
      forget();
      if (step !== 0) go(step);
    },
    onPointerCancel: forget,
  };
}
