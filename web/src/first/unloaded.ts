// Runs in the document itself, as early.ts does.

/** Where the page's own scripts cannot be had, the document says so in place of its outline. */
export function sayUnloaded({ document, location }: Window, failure: unknown): void {
  console.error("The page could not be started", failure);
  document.getElementById("outline")?.remove();
  const words = document.getElementById("unloaded");
  for (const again of words?.querySelectorAll("button") ?? []) again.onclick = () => location.reload();
  words?.removeAttribute("hidden");
}
