import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { t } from "../text/text";
import { NOTHING_BESIDE, outOfSight } from "./outOfSight";

interface Props {
  /** What it is, for those who come to it with the keyboard. */
  name: string;
  children: ReactNode;
}

/** A table that may be wider than its place: where it is, that is said, and the edge shows on which side there is more. */
export function Sideways({ name, children }: Props) {
  const place = useRef<HTMLElement>(null);
  const [beside, setBeside] = useState(NOTHING_BESIDE);
  const look = useCallback(() => {
    if (place.current) setBeside(outOfSight(place.current));
  }, []);
  useEffect(() => {
    const table = place.current?.firstElementChild;
    if (!place.current || !table) return;
    const resized = new ResizeObserver(look);
    resized.observe(place.current);
    resized.observe(table);
    return () => resized.disconnect();
  }, [look]);
  return (
    <div className="tm-sides-place">
      {(beside.left || beside.right) && (
        <p className="tm-note tm-screen-only tm-sides-hint" data-testid="sideways-hint">
          {t("Wider than the page: move it sideways")} <span aria-hidden="true">↔</span>
        </p>
      )}
      <section
        className="tm-sides-scroll"
        ref={place}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus
        tabIndex={0}
        aria-label={name}
        data-more={beside.right || undefined}
        onScroll={look}
      >
        {children}
      </section>
    </div>
  );
}
