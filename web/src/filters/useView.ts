import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { View } from "./view";

/**
 * The view in the address of a page about figures, and a function that changes it; each change is a step in the
 * browser's history. What a page keeps in its address beside the view stays there.
 * Only for pages whose address holds a view: the router cannot tell which page asks.
 */
export function useView(): [View, (change: (view: View) => View, how?: { replace: boolean }) => void] {
  const view = useSearch({ strict: false }) as View;
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
