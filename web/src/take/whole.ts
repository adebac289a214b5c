import { answers } from "../api/answers";

/** What stands in for something that is still to come; what never comes to paper is not waited for. */
const COMING = "main .mantine-Skeleton-root:not(.tm-screen-only, .tm-screen-only *)";

/** Whether all of the page is there: its outline is gone, nothing is asked for the first time, and nothing is stood in for. */
export function isWhole(): boolean {
  return (
    document.querySelector("main") !== null &&
    document.getElementById("outline") === null &&
    document.querySelector(COMING) === null &&
    answers.isFetching({ predicate: ({ state }) => state.status === "pending" }) === 0
  );
}

/** Runs something once all of the page is there, and was so for a frame: what comes may bring more along. Returns what calls it off. */
export function onceWhole(run: () => void): () => void {
  let frame = 0;
  const look = () => {
    if (frame === 0 && isWhole()) frame = requestAnimationFrame(lookAgain);
  };
  const lookAgain = () => {
    frame = 0;
    if (!isWhole()) return;
    stop();
    run();
  };
  const seen = new MutationObserver(look);
  seen.observe(document.body, { childList: true, subtree: true });
  const forget = answers.getQueryCache().subscribe(look);
  const stop = () => {
    cancelAnimationFrame(frame);
    seen.disconnect();
    forget();
  };
  look();
  return stop;
}
