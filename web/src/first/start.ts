// Runs in the document itself, as early.ts does.

/**
 * Starts the page once the outline has been painted, which needs none of its modules: those that the document loads
 * ahead run one after the other, each in a task of its own, so that nothing blocks for long.
 */
export async function startPage(window: Window): Promise<void> {
  await painted(window);
  warmUp();
  // The styles are loaded then, too; without them the page would jump.
  await loaded(window);
  for (const { href } of window.document.querySelectorAll<HTMLLinkElement>("link[rel=modulepreload]")) {
    await import(/* @vite-ignore */ href);
    await nextTask(window);
  }
}

/** A page that nobody looks at is not painted. */
function painted(window: Window): Promise<void> {
  if (window.document.hidden) return nextTask(window);
  return new Promise((done) => window.requestAnimationFrame(() => nextTask(window).then(done)));
}

/** The first date that a browser formats takes 16 ms, where any other takes half of one: while it loads, it has the time. */
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
