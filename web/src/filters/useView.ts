import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import type { View } from "./view";

const route = getRouteApi("/dashboard/analytics");

/** The view in the address, and a function that changes it; each change is a step in the browser's history. */
export function useView(): [View, (change: (view: View) => View, how?: { replace: boolean }) => void] {
  const view = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (step: (view: View) => View, how = { replace: false }) => {
      void navigate({ search: (current: View) => step(current), replace: how.replace, resetScroll: false });
    },
    [navigate],
  );
  return [view, change];
}
