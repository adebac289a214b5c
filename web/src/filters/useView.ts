import { useNavigate, useSearch } from "@tanstack/react-router";
import { createContext, useCallback, useContext } from "react";
import type { View } from "./view";

/**
 * The view whose numbers stand there, for what follows them: while those of another are on their way, nothing else is
 * asked, so that they come first.
 */
export const StandingView = createContext<View | undefined>(undefined);

/**
 * The view in the address of a page about figures, and a function that changes it; each change is a step in the
 * browser's history. What a page keeps in its address beside the view stays there.
 * Only for pages whose address holds a view: the router cannot tell which page asks.
 */
export function useView(): [View, (change: (view: View) => View, how?: { replace: boolean }) => void] {
  const named = useSearch({ strict: false }) as View;
  const view = useContext(StandingView) ?? named;
  const navigate = useNavigate();
  const change = useCallback(
    (step: (view: View) => View, how = { replace: false }) => {
      void navigate({
        to: ".",
        search: (current: unknown) => step(current as View),
        replace: how.replace,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [view, change];
}
