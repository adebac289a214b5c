import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

const SCRIPT = fileURLToPath(new URL("../src/first/document.ts", import.meta.url));
const MARK = fileURLToPath(new URL("../src/favicon.svg", import.meta.url));
const STYLES = /\s*<link rel="stylesheet"[^>]*>/g;
const ENTRY = /\s*<script type="module" crossorigin src="([^"]*)"><\/script>/;

/**
 * Makes the document whole: what runs before the first paint stands in it, the styles of the page come after its
 * outline, which can be seen without them, and its modules are loaded ahead, to be started by what stands in it.
 */
export function wholeDocument(): Plugin {
  return {
    name: "whole-document",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      async handler(html) {
        const styles = html.match(STYLES) ?? [];
        const entry = html.match(ENTRY)?.[1];
        if (entry === undefined) throw new Error("The document has no module to start the page with.");
        const [script, mark] = await Promise.all([compiled(), readFile(MARK, "utf8")]);
        return html
          .replaceAll(STYLES, "")
          .replace(ENTRY, "")
          .replace("</head>", () => `  <link rel="modulepreload" crossorigin href="${entry}">\n  </head>`)
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
