import { type KeyboardEvent, useState } from "react";

interface Props {
  /** What is gone along. */
  name: string;
  /** How many places there are. */
  places: number;
  /** Where one begins. */
  at: number;
  tell: (index: number) => string;
  show: (index: number) => void;
  hide: () => void;
}

const LONG_STEP = 7;

/** Goes along a chart by the arrow keys, one value at a time, for those who use no pointer or do not see the line. */
export function ChartCursor({ name, places, at, tell, show, hide }: Props) {
  const [chosen, setChosen] = useState<number>();
  const index = Math.min(chosen ?? at, places - 1);
  const goTo = (place: number) => {
    const next = Math.min(Math.max(place, 0), places - 1);
    setChosen(next);
    show(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepOf(event.key, index, places);
    if (event.key === "Escape") hide();
    if (next === undefined) return;
    event.preventDefault();
    goTo(next);
  };
  return (
    <div
      className="tm-chart-cursor"
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={1}
      aria-valuemax={places}
      aria-valuenow={index + 1}
      aria-valuetext={tell(index)}
      onKeyDown={onKeyDown}
      onFocus={() => show(index)}
      onBlur={hide}
    />
  );
}

function stepOf(key: string, index: number, places: number): number | undefined {
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return index - 1;
    case "ArrowRight":
    case "ArrowUp":
      return index + 1;
    case "PageDown":
      return index - LONG_STEP;
    case "PageUp":
      return index + LONG_STEP;
    case "Home":
      return 0;
    case "End":
      return places - 1;
    default:
      return undefined;
  }
}
