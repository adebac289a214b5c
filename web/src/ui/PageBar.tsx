import { Link, useLocation, useSearch } from "@tanstack/react-router";
import { type RefObject, useEffect, useId, useRef, useState } from "react";
import type { View } from "../filters/view";
import { t, tell } from "../text/text";
import { EXACT, type OfBusiness, PageGroups } from "./PageGroups";
import { MoreIcon, PageIcon } from "./pageIcons";
import { AT_HAND, PAGES, searchFor } from "./pages";

/** A few pages at hand, and a button that opens all of them. On a phone it stands at the bottom. */
export function PageBar({ business }: OfBusiness) {
  const search = useSearch({ strict: false }) as View;
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const sheet = useId();
  useClosing(open, nav, more, () => setOpen(false));
  // Whoever has gone to a page is done with the sheet.
  const [at, setAt] = useState(pathname);
  if (at !== pathname) {
    setAt(pathname);
    setOpen(false);
  }
  return (
    <nav className="tm-nav" aria-label={t("Pages")} ref={nav}>
      {PAGES.filter(({ to }) => AT_HAND.includes(to)).map((page) => (
        <Link key={page.to} to={page.to} search={searchFor(page, search, business)} activeOptions={EXACT}>
          <PageIcon page={page.to} />
          {tell(page.name)}
        </Link>
      ))}
      <button
        type="button"
        ref={more}
        aria-expanded={open}
        aria-controls={sheet}
        data-current={!AT_HAND.includes(pathname)}
        onClick={() => setOpen(!open)}
      >
        <MoreIcon />
        {t("More |pages")}
      </button>
      <div id={sheet} className="tm-sheet" hidden={!open}>
        {open && <PageGroups business={business} />}
      </div>
    </nav>
  );
}

/** The sheet closes by Escape, which gives its button the focus back, and as soon as somebody is elsewhere. */
function useClosing(
  open: boolean,
  within: RefObject<HTMLElement | null>,
  button: RefObject<HTMLButtonElement | null>,
  close: () => void,
): void {
  const closing = useRef(close);
  closing.current = close;
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      // It would clear the filters, too.
      event.stopPropagation();
      button.current?.focus();
      closing.current();
    };
    const onElsewhere = ({ target }: Event) => {
      if (target instanceof Node && !within.current?.contains(target)) closing.current();
    };
    document.addEventListener("keydown", onKey, true);
    document.addEventListener("pointerdown", onElsewhere);
    document.addEventListener("focusin", onElsewhere);
    return () => {
      document.removeEventListener("keydown", onKey, true);
      document.removeEventListener("pointerdown", onElsewhere);
      document.removeEventListener("focusin", onElsewhere);
    };
  }, [open, within, button]);
}
