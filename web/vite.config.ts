import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const server = process.env.TIDEMARK_SERVER ?? "http://localhost:8003";

export default defineConfig({
  base: "/",
  plugins: [react()],
  build: {
    outDir: process.env.OUT_DIR ?? "../target/classes/static",
    emptyOutDir: true,
    // Data URIs would have to be allowed by the content security policy for every kind of asset.
    assetsInlineLimit: 0,
    // The chart library is one lazy chunk and larger than Vite's default limit for a warning.
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: {
      "/api": server,
    },
  },
  test: {
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}"],
  },
});
