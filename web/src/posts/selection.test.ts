import { expect, test } from "vitest";
import { NOTHING_CHOSEN, pressed, pressedAll, stillListed } from "./selection";

const ORDER = [11, 12, 13, 14, 15];
const ids = (selection: { ids: ReadonlySet<number> }) => [...selection.ids].sort();

test("a box is pressed and pressed again", () => {
  const one = pressed(NOTHING_CHOSEN, ORDER, 12, false);
  expect(ids(one)).toEqual([12]);
  expect(ids(pressed(one, ORDER, 12, false))).toEqual([]);
});

test("shift chooses from the one before, in either direction", () => {
  const down = pressed(pressed(NOTHING_CHOSEN, ORDER, 12, false), ORDER, 14, true);
  expect(ids(down)).toEqual([12, 13, 14]);
  const up = pressed(pressed(NOTHING_CHOSEN, ORDER, 14, false), ORDER, 11, true);
  expect(ids(up)).toEqual([11, 12, 13, 14]);
});

test("shift takes a range away where the box pressed was chosen", () => {
  const all = pressedAll(NOTHING_CHOSEN, ORDER);
  const without = pressed(pressed(all, ORDER, 12, false), ORDER, 14, true);
  expect(ids(without)).toEqual([11, 15]);
});

test("shift without one before chooses just that one, also where that one is gone", () => {
  expect(ids(pressed(NOTHING_CHOSEN, ORDER, 13, true))).toEqual([13]);
  const gone = pressed(NOTHING_CHOSEN, [99], 99, false);
  expect(ids(pressed(gone, ORDER, 13, true))).toEqual([13, 99]);
});

test("all are chosen, and none the second time", () => {
  const all = pressedAll(pressed(NOTHING_CHOSEN, ORDER, 12, false), ORDER);
  expect(ids(all)).toEqual(ORDER);
  expect(ids(pressedAll(all, ORDER))).toEqual([]);
});

test("what is listed no longer is not acted upon", () => {
  const chosen = pressedAll(NOTHING_CHOSEN, ORDER);
  expect(stillListed(chosen, [13, 20, 11])).toEqual([13, 11]);
});
