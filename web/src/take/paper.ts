const SCHEME = "data-mantine-color-scheme";

/**
 * Paper is light, whatever the screen is. Charts are drawn in the colours of the scheme as the attribute names it, so it
 * is changed for as long as the page is printed.
 *
 * @returns what undoes it
 */
export function forcePaper(): () => void {
  const root = document.documentElement;
  let before: string | null = null;
  const lighten = () => {
    before ??= root.getAttribute(SCHEME);
    root.setAttribute(SCHEME, "light");
  };
  const restore = () => {
    if (before !== null) root.setAttribute(SCHEME, before);
    before = null;
  };
  window.addEventListener("beforeprint", lighten);
  window.addEventListener("afterprint", restore);
  return () => {
    restore();
    window.removeEventListener("beforeprint", lighten);
    window.removeEventListener("afterprint", restore);
  };
}
