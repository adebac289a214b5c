import { type CSSProperties, type PointerEvent, useEffect, useState } from "react";

interface Drag {
  /** Where it began and where it is, from the chart's left edge. */
  from: number;
  to: number;
}

interface Zoom {
  /** The place along the chart at so many pixels from its left edge. */
  placeAt: (x: number) => number | undefined;
  /** What is done with the first and the last place that were dragged over. */
  choose: (from: number, to: number) => void;
  /** Takes away what covers the chart. */
  clear: () => void;
}

/** Nearer than that it is a click. */
const LEAST_DRAG = 8;

/** Choosing a part of a chart by dragging over it. A finger that is drawn over a chart scrolls the page instead. */
export function useZoom({ placeAt, choose, clear }: Zoom) {
  const [drag, setDrag] = useState<Drag>();
  const isDragging = drag !== undefined;
  useEffect(() => {
    if (!isDragging) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key === "Escape") setDrag(undefined);
    };
    window.addEventListener("keydown", cancel);
    return () => window.removeEventListener("keydown", cancel);
  }, [isDragging]);

  const within = (event: PointerEvent<HTMLElement>) =>
    event.clientX - event.currentTarget.getBoundingClientRect().left;
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== "mouse" || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const x = within(event);
      setDrag({ from: x, to: x });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!drag) return;
      clear();
      setDrag({ ...drag, to: within(event) });
    },
    onPointerUp: () => {
      setDrag(undefined);
      if (!drag || !isFar(drag)) return;
      const [a, b] = [placeAt(Math.min(drag.from, drag.to)), placeAt(Math.max(drag.from, drag.to))];
      if (a !== undefined && b !== undefined && a < b) choose(a, b);
    },
    onPointerCancel: () => setDrag(undefined),
  };
  return { handlers, band: drag && isFar(drag) ? bandOf(drag) : undefined };
}

function isFar({ from, to }: Drag): boolean {
  return Math.abs(to - from) >= LEAST_DRAG;
}

function bandOf({ from, to }: Drag): CSSProperties {
  return { left: Math.min(from, to), width: Math.abs(to - from) };
}
