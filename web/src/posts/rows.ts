import { useEffect } from "react";
import type { ListPost } from "../api/posts";
import type { ColumnKey } from "./columns";
import type { Sort } from "./search";
import type { Selection } from "./selection";

/** How many rows before the end the next page is asked for. */
const AHEAD = 30;

/** Stand-ins below the rows while the next page is on its way. */
export const COMING = 3;

export interface RowsProps {
  rows: ListPost[];
  /** In the whole list, of which `rows` is the beginning. */
  total: number;
  columns: ColumnKey[];
  definitions: Record<string, string>;
  sort: Sort;
  timeZone: string;
  compact: boolean;
  selection: Selection;
  onPress: (id: number, shift: boolean) => void;
  onPressAll: () => void;
  /** Whether the rows are those of the question before. */
  waiting: boolean;
  /** Whether there are rows behind these that can be asked for. */
  more: boolean;
  fetching: boolean;
  onMore: () => unknown;
}

/** Asks for the next page before the reader is there. */
export function useMore(lastShown: number | undefined, { rows, more, fetching, onMore }: RowsProps): void {
  const near = lastShown !== undefined && lastShown >= rows.length - AHEAD;
  useEffect(() => {
    if (near && more && !fetching) onMore();
  }, [near, more, fetching, onMore]);
}
