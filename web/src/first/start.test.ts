import { expect, it } from "vitest";
import { startPage } from "./start";

/** A browser whose paint and whose loading the test decides, and what has run in it. */
function opening({ hidden = false, complete = false } = {}) {
  const ran: string[] = [];
  (globalThis as { ran?: string[] }).ran = ran;
  let paint: () => void = () => undefined;
  let load: () => void = () => undefined;
  const modules = ["libraries", "page"].map((name) => ({
    href: `data:text/javascript,globalThis.ran.push("${name}") // ${Math.random()}`,
  }));
  const started = startPage({
    document: {
      hidden,
      readyState: complete ? "complete" : "interactive",
      querySelectorAll: () => modules,
    },
    requestAnimationFrame: (frame: () => void) => {
      paint = frame;
    },
    addEventListener: (_event: string, listener: () => void) => {
      load = listener;
    },
    setTimeout: (task: () => void) => {
      ran.push("task");
      setTimeout(task);
    },
  } as unknown as Window);
  return { ran, started, paint: () => paint(), load: () => load() };
}

const settled = () => new Promise((done) => setTimeout(done, 5));

it("runs nothing before the first paint and before all is loaded, and then one module a task", async () => {
  const { ran, started, paint, load } = opening();
  await settled();
  expect(ran).toEqual([]);
  paint();
  await settled();
  expect(ran).toEqual(["task"]);
  load();
  await started;
  expect(ran).toEqual(["task", "libraries", "task", "page", "task"]);
});

it("waits for no paint where nobody looks", async () => {
  const { ran, started } = opening({ hidden: true, complete: true });
  await started;
  expect(ran).toEqual(["task", "libraries", "task", "page", "task"]);
});
