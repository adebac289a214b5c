import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const SCRIPT = fileURLToPath(new URL("../src/first/document.ts", import.meta.url));
const MARK = fileURLToPath(new URL("../src/favicon.svg", import.meta.url));
const STYLES = /\s*<link rel="stylesheet"[^>]*>/g;

/**
 * Makes the document whole: what runs before the first paint stands in it, and the styles of the page come after its
 * outline, which can be seen without them.
 */
export function wholeDocument(): Plugin {
  return {
    name: "whole-document",
    transformIndexHtml: {
      order: "post",
      async handler(html) {
        const styles = html.match(STYLES) ?? [];
        const [script, mark] = await Promise.all([compiled(), readFile(MARK, "utf8")]);
        return html
          .replaceAll(STYLES, "")
          .replace("<!--styles-->", () => styles.join("").trim())
          .replace("<!--early-->", () => `<script>${script}</script>`)
          .replace("<!--mark-->", () => mark.trim());
      },
    },
  };
}

async function compiled(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, lib: { entry: SCRIPT, formats: ["iife"], name: "early" } },
  });
  const [output] = [result].flat();
  const code = output && "output" in output ? output.output[0].code.trim() : "";
  if (code === "" || code.includes("</")) throw new Error(`${SCRIPT} cannot stand in a document.`);
  return code;
}
