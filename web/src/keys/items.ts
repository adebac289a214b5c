/** Something that the palette can find. */
export interface Item {
  id: string;
  group: string;
  name: string;
  /** The keys that do the same. */
  keys?: string;
  run: () => void;
}

/** How many of a group are shown; more words narrow it down. */
const MOST_OF_A_GROUP = 15;

/** The items in whose names all words of the query stand, in any order. */
export function matching(items: Item[], query: string): Item[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = new Map<string, number>();
  return items.filter(({ name, group }) => {
    const text = `${group} ${name}`.toLowerCase();
    const before = shown.get(group) ?? 0;
    const found = before < MOST_OF_A_GROUP && words.every((word) => text.includes(word));
    if (found) shown.set(group, before + 1);
    return found;
  });
}

/** In their order, by group. */
export function grouped(items: Item[]): { group: string; items: Item[] }[] {
  const groups = [...new Set(items.map(({ group }) => group))];
  return groups.map((group) => ({ group, items: items.filter((one) => one.group === group) }));
}
