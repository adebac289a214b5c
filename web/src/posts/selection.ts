/** Posts that are chosen in the list, and the one from which a range goes on. */
export interface Selection {
  ids: ReadonlySet<number>;
  anchor: number | undefined;
}

export const NOTHING_CHOSEN: Selection = { ids: new Set(), anchor: undefined };

/** The selection after a box was pressed; with shift, everything from the one pressed before takes on the same. */
export function pressed(now: Selection, order: readonly number[], id: number, shift: boolean): Selection {
  const ids = new Set(now.ids);
  const choose = !ids.has(id);
  const from = now.anchor === undefined ? -1 : order.indexOf(now.anchor);
  const to = order.indexOf(id);
  const range = shift && from >= 0 ? order.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
  for (const one of range) {
    if (choose) ids.add(one);
    else ids.delete(one);
  }
  return { ids, anchor: id };
}

/** All that are listed, or none where all of them are chosen. */
export function pressedAll(now: Selection, order: readonly number[]): Selection {
  const all = order.every((id) => now.ids.has(id));
  return all ? NOTHING_CHOSEN : { ids: new Set(order), anchor: undefined };
}

/** What is chosen of the posts that are still listed. */
export function stillListed(now: Selection, order: readonly number[]): number[] {
  return order.filter((id) => now.ids.has(id));
}
