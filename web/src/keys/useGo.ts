import { useRouter, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { carried, type View } from "../filters/view";

/** Leads to a page, and takes the view along. */
export function useGo(): (path: string, more?: View) => true {
  const router = useRouter();
  // The root of the pages knows the address as it is spelled.
  const raw = useSearch({ strict: false }) as View;
  return useCallback(
    (path, more = {}) => {
      void router.navigate({ to: path, search: { ...carried(raw), ...more } });
      return true;
    },
    [router, raw],
  );
}
