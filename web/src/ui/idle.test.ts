import { afterEach, expect, it, vi } from "vitest";
import { onceIdle } from "./idle";

/** A browser that has nothing to do when the test says so. */
function browser() {
  const asked: (() => void)[] = [];
  vi.stubGlobal("window", { requestIdleCallback: (run: () => void) => asked.push(run) });
  return { asked, idle: () => asked.shift()?.() };
}

afterEach(() => vi.unstubAllGlobals());

it("does one thing each time that the browser has nothing to do, in order", () => {
  const { asked, idle } = browser();
  const done: string[] = [];
  for (const name of ["trend", "posts", "bars"]) onceIdle(() => done.push(name));

  expect(asked).toHaveLength(1);
  idle();
  expect(done).toEqual(["trend"]);
  idle();
  idle();
  expect(done).toEqual(["trend", "posts", "bars"]);
  expect(asked).toHaveLength(0);
});

it("leaves out what was called off, and goes on after what failed", () => {
  const { idle } = browser();
  const done: string[] = [];
  onceIdle(() => {
    throw new Error("drawn wrong");
  });
  const forget = onceIdle(() => done.push("called off"));
  onceIdle(() => done.push("last"));
  forget();

  expect(idle).toThrow("drawn wrong");
  idle();
  expect(done).toEqual(["last"]);
});
