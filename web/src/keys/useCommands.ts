import { useLayoutEffect, useRef } from "react";
import { type CommandId, offer, type Runs } from "./commands";

/** Offers what a part of the page can do as long as it is shown. What cannot be done now is undefined. */
export function useCommands(runs: Runs): void {
  const latest = useRef(runs);
  latest.current = runs;
  const ids = (Object.keys(runs) as CommandId[]).filter((id) => runs[id]).join(" ");
  // Not after the paint: who sees it may press its key.
  useLayoutEffect(
    () =>
      offer(
        Object.fromEntries(
          ids
            .split(" ")
            .filter(Boolean)
            .map((id) => [id, () => latest.current[id as CommandId]?.()]),
        ),
      ),
    [ids],
  );
}
