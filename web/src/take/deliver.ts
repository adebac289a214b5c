// How things reach the reader: as a file, or on the clipboard.

import { t } from "../text/text";

export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

export interface Copied {
  text: string;
  html?: string;
}

/**
 * Copies what is still to be made. Where the browser's clipboard takes promises it is asked at once, while it still knows
 * that the reader pressed a button; a page without TLS has no such clipboard.
 */
export async function copy(making: Promise<Copied>, asHtml: boolean): Promise<void> {
  if (navigator.clipboard && "ClipboardItem" in window) {
    const as = (type: string, part: (made: Copied) => string) =>
      making.then((made) => new Blob([part(made)], { type }));
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/plain": as("text/plain", ({ text }) => text),
        ...(asHtml && { "text/html": as("text/html", ({ html, text }) => html ?? text) }),
      }),
    ]);
    return;
  }
  copyByEvent(await making);
}

function copyByEvent({ text, html }: Copied): void {
  let taken = false;
  const give = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    if (html) event.clipboardData?.setData("text/html", html);
    taken = true;
  };
  document.addEventListener("copy", give);
  document.execCommand("copy");
  document.removeEventListener("copy", give);
  if (!taken) throw new Error(t("This browser does not let the page copy: take the file."));
}
