import { type AnyRouter, RouterProvider } from "@tanstack/react-router";
import { useLanguage } from "./language";

/** The pages, made anew when the reader chooses another language. */
export function Spoken({ router }: { router: AnyRouter }) {
  return <RouterProvider key={useLanguage()} router={router} />;
}
