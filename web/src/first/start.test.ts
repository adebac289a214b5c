import { expect, it } from "vitest";
import { startPage } from "./start";

/** A browser whose paint and whose loading the test decides, and what has run in it. */
function opening({ hidden = false, complete = false, outline = true, tells = true } = {}) {
  const ran: string[] = [];
  (globalThis as { ran?: string[] }).ran = ran;
  let paint: (...names: string[]) => void = () => undefined;
  let load: () => void = () => undefined;
  const modules = ["libraries", "page"].map((name) => ({
    href: `data:text/javascript,globalThis.ran.push("${name}") // ${Math.random()}`,
  }));
  const started = startPage({
    document: {
      hidden,
      documentElement: { dataset: outline ? { first: "page" } : {} },
      readyState: complete ? "complete" : "interactive",
      querySelectorAll: () => modules,
    },
    PerformanceObserver: class {
      static supportedEntryTypes = tells ? ["paint"] : [];
      disconnect = () => undefined;
      observe = () => undefined;
      constructor(seen: (list: unknown, observer: unknown) => void) {
        paint = (...names) =>
          seen({ getEntriesByName: (name: string) => names.filter((one) => one === name) }, this);
      }
    },
    addEventListener: (_event: string, listener: () => void) => {
      load = listener;
    },
    setTimeout: (task: () => void) => {
      ran.push("task");
      setTimeout(task);
    },
  } as unknown as Window & typeof globalThis);
  return { ran, started, paint: (name: string) => paint(name), load: () => load() };
}

const settled = () => new Promise((done) => setTimeout(done, 5));

it("runs nothing before the first paint and before all is loaded, and then one module a task", async () => {
  const { ran, started, paint, load } = opening();
  paint("first-paint");
  await settled();
  expect(ran).toEqual([]);
  paint("first-contentful-paint");
  await settled();
  expect(ran).toEqual([]);
  load();
  await started;
  expect(ran).toEqual(["libraries", "task", "page", "task"]);
});

it.each([{ hidden: true }, { outline: false }, { tells: false }])(
  "waits for no paint where none is told of: %o",
  async (where) => {
    const { ran, started } = opening({ ...where, complete: true });
    await started;
    expect(ran).toEqual(["task", "libraries", "task", "page", "task"]);
  },
);
