import "../styles/filterSheet.css";
import { Button, Drawer, MantineThemeProvider } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { t } from "../text/text";
// Comes along, so that its lists are there when they are wanted.
import "./OpenedChoices";

interface Props {
  /** The whole bar, where the focus goes if what opened the sheet has left the page meanwhile. */
  bar: RefObject<HTMLElement | null>;
  onClose: () => void;
  children: ReactNode;
}

/** What opens within the sheet is part of it: beside a modal dialog, screen readers find nothing. */
const WITHIN = { components: { Popover: { defaultProps: { withinPortal: false } } } };

const SHEET = { content: "tm-fb-sheet" };

const DIALOG = "[role=dialog]";

/** All filters of a page over its numbers, on a phone. Open as long as it is rendered. */
export default function FilterSheet({ bar, onClose, children }: Props) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      const back = before?.isConnected ? before : bar.current?.querySelector(".tm-fb-open");
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    };
  }, [bar]);

  const close = () => {
    // What is typed counts once its field is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    onClose();
  };
  // Not the library's own, which closes the sheet as well when a list within it is to close.
  useWindowEvent(
    "keydown",
    (event) => {
      const within = event.target instanceof Element ? event.target.closest(DIALOG) : null;
      if (event.key !== "Escape" || event.isComposing || (within && within !== sheet.current)) return;
      // On the page below it would clear the filters.
      event.preventDefault();
      close();
    },
    { capture: true },
  );

  return (
    <Drawer.Root opened onClose={close} closeOnEscape={false} position="bottom" size="88%" classNames={SHEET}>
      <Drawer.Overlay />
      <Drawer.Content ref={sheet} radius="lg" data-testid="filter-sheet">
        <div className="tm-fb-sheet-head">
          <Drawer.Title fw={600}>{t("Filters")}</Drawer.Title>
          <Drawer.CloseButton aria-label={t("Close")} />
        </div>
        <MantineThemeProvider theme={WITHIN}>
          <div className="tm-fb-sheet-body">{children}</div>
        </MantineThemeProvider>
        <div className="tm-fb-sheet-foot">
          <Button fullWidth onClick={close}>
            {t("Show the numbers")}
          </Button>
        </div>
      </Drawer.Content>
    </Drawer.Root>
  );
}
