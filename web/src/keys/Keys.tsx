import { useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useLayoutEffect, useRef, useState } from "react";
import { mayBeSignedIn } from "../api/client";
import { SIGN_IN } from "../auth/returnTo";
import { tell } from "../text/text";
import { COMMANDS, runCommand } from "./commands";
import { type Meaning, meaningOf, opensPalette } from "./keyboard";
import { useCommands } from "./useCommands";
import { useGo } from "./useGo";
import { useShortcutsOn } from "./useShortcutsOn";

const Palette = lazy(() => import("./Palette").then(({ Palette }) => ({ default: Palette })));
const HelpSheet = lazy(() => import("./HelpSheet").then(({ HelpSheet }) => ({ default: HelpSheet })));

/** How long `g` waits for a second key. */
const PATIENCE_MS = 1500;

/** Single-key shortcuts, their help, and the palette, on the pages of somebody who is signed in. */
export function Keys() {
  const { pathname } = useLocation();
  const inside = pathname.startsWith("/dashboard/") && pathname !== SIGN_IN && mayBeSignedIn();
  return inside ? <KeysInside /> : null;
}

function KeysInside() {
  const [open, setOpen] = useState<"palette" | "help">();
  const [said, setSaid] = useState("");
  const [on, setOn] = useShortcutsOn();
  const go = useGo();
  useCommands({
    palette: () => setOpen("palette"),
    help: () => setOpen("help"),
    shortcuts: () => setOn(!on),
  });
  const act = useCallback(
    (meaning: Exclude<Meaning, { waitsAfter: "g" }>) => {
      if ("page" in meaning) return go(meaning.page);
      // Pages with a box to search offer it; elsewhere the palette is the search.
      const done = runCommand(meaning.command) || (meaning.command === "search" && runCommand("palette"));
      if (done) setSaid(tell(COMMANDS[meaning.command].name));
      return done;
    },
    [go],
  );
  useKeyboard(on, act);

  const close = () => setOpen(undefined);
  return (
    <Suspense fallback={null}>
      {open === "palette" && <Palette onClose={close} />}
      {open === "help" && <HelpSheet on={on} onTurn={setOn} onClose={close} />}
      <span role="status" className="tm-unseen" data-testid="key-said">
        {said}
      </span>
    </Suspense>
  );
}

/** @param act does what a key means, and tells whether there was anything to do */
function useKeyboard(on: boolean, act: (meaning: Exclude<Meaning, { waitsAfter: "g" }>) => boolean): void {
  const before = useRef<{ key: "g"; at: number }>(undefined);
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (opensPalette(event)) {
        event.preventDefault();
        if (!isDialogOpen()) runCommand("palette");
        return;
      }
      if (!on || isDialogOpen()) return;
      const waited = before.current && event.timeStamp - before.current.at < PATIENCE_MS;
      const meaning = meaningOf(event, waited ? before.current?.key : undefined);
      before.current = undefined;
      if (!meaning) return;
      if ("waitsAfter" in meaning) before.current = { key: meaning.waitsAfter, at: event.timeStamp };
      // Firefox would find in the page with a slash.
      else if (act(meaning)) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [on, act]);
}

function isDialogOpen(): boolean {
  return document.querySelector("[aria-modal=true]") !== null;
}
