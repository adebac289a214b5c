/** How long the browser has time for other things, in milliseconds, where it does not tell when it has none to do. */
const A_MOMENT = 300;
/** How long, in milliseconds, a question waits for a browser that always has something to do. */
const AT_MOST = 2_000;

/** Resolves when the browser has nothing else to do, after two seconds at most. */
export function idle(): Promise<void> {
  return new Promise((done) => {
    if ("requestIdleCallback" in window) window.requestIdleCallback(() => done(), { timeout: AT_MOST });
    else setTimeout(done);
  });
}

/** In the order in which they were asked for. */
const waiting = new Set<() => void>();
let asked = false;

/**
 * Runs something when the browser has nothing else to do, and one thing at a time: what each brings about is done before
 * the next begins. Returns what calls it off.
 */
export function onceIdle(run: () => void): () => void {
  // Asked for twice, it is two things.
  const once = () => run();
  waiting.add(once);
  askForTime();
  return () => waiting.delete(once);
}

function askForTime(): void {
  if (asked || waiting.size === 0) return;
  asked = true;
  // Safari has no such call.
  if ("requestIdleCallback" in window) window.requestIdleCallback(runNext);
  else setTimeout(runNext, A_MOMENT);
}

function runNext(): void {
  asked = false;
  const [next] = waiting;
  if (next) waiting.delete(next);
  // Before it runs: should it fail, the others have their turn all the same.
  askForTime();
  next?.();
}
