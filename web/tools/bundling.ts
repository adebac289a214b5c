import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/** Compressed, in bytes: what a first look at a page may cost in scripts. */
const MOST = 250_000;

/**
 * Fails the build where a page loads more scripts before its numbers stand there than it may.
 *
 * @param pages by their names, the modules that such a page fetches beside what every page does
 */
export function withinBudget(pages: Record<string, string[]>): Plugin {
  return {
    name: "within-budget",
    apply: "build",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === "chunk");
      const common = chunks.filter(({ isEntry }) => isEntry);
      for (const [page, modules] of Object.entries(pages)) {
        const own = modules.map(
          (module) =>
            chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/src/${module}`)) ??
            this.error(`${page} does not fetch ${module} by itself: name what it does fetch.`),
        );
        const bytes = loaded([...common, ...own], bundle).reduce(
          (sum, { code }) => sum + gzipSync(code).length,
          0,
        );
        const told = `${page} loads ${Math.round(bytes / 1000)} kB of scripts, compressed, before its numbers stand there`;
        if (bytes > MOST) this.error(`${told}: more than the ${MOST / 1000} kB that it may.`);
        this.info(told);
      }
    },
  };
}

/** With all that they import, each once. */
function loaded(chunks: Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] {
  const all = new Set(chunks);
  for (const { imports } of all) {
    for (const name of imports) {
      const imported = bundle[name];
      if (imported?.type === "chunk") all.add(imported);
    }
  }
  return [...all];
}

/** Text smaller than that is sent as it is. */
const WORTH_IT = 1000;

/** Puts beside each file what the server sends of it, so that it need not compress the same file for every reader. */
export function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    async writeBundle({ dir = "." }, bundle) {
      for (const name of Object.keys(bundle).filter((one) => /\.(js|css|svg)$/.test(one))) {
        const file = join(dir, name);
        const content = await readFile(file);
        if (content.length < WORTH_IT) continue;
        await writeFile(`${file}.br`, brotliCompressSync(content));
      }
    },
  };
}
