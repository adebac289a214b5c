import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compressed, steadyIds, withinBudget } from "./tools/bundling.ts";
import { wholeDocument } from "./tools/document.ts";

const server = process.env.TIDEMARK_SERVER ?? "http://localhost:8003";

export default defineConfig({
  base: "/",
  plugins: [
    react(),
    wholeDocument(),
    steadyIds(),
    withinBudget({
      Analytics: { fetches: [], most: 171_000 },
      Posts: { fetches: ["posts/PostsPage.tsx"], most: 198_000 },
    }),
    compressed(),
  ],
  build: {
    outDir: process.env.OUT_DIR ?? "../target/classes/static",
    emptyOutDir: true,
    // Data URIs would have to be allowed by the content security policy for every kind of asset.
    assetsInlineLimit: 0,
    // The chart library is one lazy chunk and larger than Vite's default limit for a warning.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What no release of ours changes.
            {
              name: "react",
              test: /node_modules\/(react|react-dom|scheduler)\/|rolldown\/runtime|src\/first\/libraries/,
              priority: 2,
            },
            // What every page begins with, in one file instead of dozens.
            { name: "first", tags: ["$initial"], priority: 1 },
            // What panels of several pages are made of, in one file instead of a dozen.
            {
              name: "parts",
              test: /\/src\/(ui\/(Panel|Missing)|evidence\/EvidenceInfo|insights\/FindingItem|posts\/PostLine|overview\/(platformFigures|ColumnInfo|definitions))\.|\/components\/Switch\//,
            },
            // Left to itself, the bundler puts this together with what many pages need.
            { name: "floating", test: /node_modules\/@floating-ui\// },
          ],
        },
      },
    },
  },
  server: {
    // The German that the server speaks, too, stands beside the server's sources.
    fs: { allow: [".."] },
    proxy: {
      "/api": server,
    },
  },
  test: {
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}"],
    // The tests are many and brief: loading all modules anew for each file of them took most of the time.
    isolate: false,
    pool: "threads",
  },
});
