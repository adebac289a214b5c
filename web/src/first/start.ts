// Runs in the document itself, as early.ts does.

/**
 * Starts the page once the outline has been painted, which needs none of its modules: those that the document loads
 * ahead run one after the other, each in a task of its own, so that nothing blocks for long.
 */
export async function startPage(window: Window & typeof globalThis): Promise<void> {
  await painted(window);
  warmUp();
  // The styles are loaded then, too; without them the page would jump.
  await loaded(window);
  for (const { href } of window.document.querySelectorAll<HTMLLinkElement>("link[rel=modulepreload]")) {
    await import(/* @vite-ignore */ href);
    await nextTask(window);
  }
}

/** Nothing is painted where nobody looks, or where no outline stands; and not every browser tells when it has painted. */
function painted(window: Window & typeof globalThis): Promise<void> {
  const { hidden, documentElement } = window.document;
  const tells = window.PerformanceObserver?.supportedEntryTypes?.includes("paint");
  if (hidden || !tells || documentElement.dataset.first === undefined) return nextTask(window);
  return new Promise((done) => {
    new window.PerformanceObserver((list, observer) => {
      if (list.getEntriesByName("first-contentful-paint").length === 0) return;
      observer.disconnect();
      done();
    }).observe({ type: "paint", buffered: true });
  });
}

/** The first date that a browser formats takes it fifty times as long as any after it: while it loads, it has the time. */
function warmUp(): void {
  new Intl.DateTimeFormat("en", { timeZone: "UTC" }).format();
}

function loaded(window: Window): Promise<void> {
  if (window.document.readyState === "complete") return Promise.resolve();
  return new Promise((done) => window.addEventListener("load", () => done(), { once: true }));
}

function nextTask(window: Window): Promise<void> {
  return new Promise((done) => window.setTimeout(done));
}
