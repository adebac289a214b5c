import { createContext, useContext } from "react";
import type { Visit } from "../api/shares";

export const VisitContext = createContext<Visit | undefined>(undefined);

/** How the reader came: by a link, or, where there is none, as a member of the business. */
export function useVisit(): Visit | undefined {
  return useContext(VisitContext);
}
