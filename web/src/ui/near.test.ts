import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

describe("what can wait", () => {
  let near: typeof import("./near");

  /** A page that was just opened. */
  beforeEach(async () => {
    vi.useFakeTimers();
    vi.resetModules();
    near = await import("./near");
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function page() {
    const listening = new Map<string, () => void>();
    const watched: string[] = [];
    vi.stubGlobal("window", {
      requestIdleCallback: (run: () => void) => run(),
      addEventListener: (sign: string, heard: () => void) => listening.set(sign, heard),
      removeEventListener: (sign: string) => listening.delete(sign),
    });
    vi.stubGlobal(
      "IntersectionObserver",
      class {
        constructor(
          _seen: unknown,
          private readonly options: { rootMargin: string },
        ) {}
        observe() {
          watched.push(this.options.rootMargin);
        }
        disconnect() {
          watched.splice(watched.indexOf(this.options.rootMargin), 1);
        }
      },
    );
    return { listening, watched, does: (sign: string) => listening.get(sign)?.() };
  }

  it("waits until the reader does something, and then no more", () => {
    const { does, listening } = page();
    const done: string[] = [];
    near.onceSpare(() => done.push("first"));
    const forget = near.onceSpare(() => done.push("called off"));
    forget();

    expect(done).toEqual([]);
    does("scroll");
    expect(done).toEqual(["first"]);
    expect(listening.size).toBe(0);
    near.onceSpare(() => done.push("later"));
    expect(done).toEqual(["first", "later"]);
  });

  it("does not wait for a reader who only looks", () => {
    page();
    const done: string[] = [];
    near.onceSpare(() => done.push("looked"));

    vi.advanceTimersByTime(2_900);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(done).toEqual(["looked"]);
  });

  it("looks ahead of the screen only after the first look", () => {
    const { does, watched } = page();
    const forget = near.onceNear({} as Element, () => undefined);

    expect(watched).toEqual(["0px"]);
    does("keydown");
    expect(watched).toEqual(["600px"]);
    forget();
    expect(watched).toEqual([]);
  });
});
