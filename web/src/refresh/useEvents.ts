import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { address } from "../api/client";
import { refreshBusiness, refreshJobs } from "../api/queries";
import { isOlder, versionsOf } from "./words";

const TRY_AGAIN_MS = 30_000;

/** Keeps the figures of a business as the server has them, whoever changes them. */
export function useEvents(business: number): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    let versions: string | undefined;
    let source: EventSource | undefined;
    let timer: number | undefined;

    const listen = () => {
      source = new EventSource(address("/events", { business_id: business }));
      source.addEventListener("data", (event) => {
        const told = versionsOf(event.data);
        // The first one says what the page was loaded with, unless something came in while it was.
        const missed = versions === undefined && isBehind(queryClient, business, told);
        if (told && (missed || (versions && told !== versions))) void refreshBusiness(queryClient, business);
        versions = told ?? versions;
      });
      source.addEventListener("job", () => void refreshJobs(queryClient, business));
      source.onerror = () => {
        // A lost connection is made anew by the browser; a refused one is not.
        if (source?.readyState !== EventSource.CLOSED) return;
        timer = window.setTimeout(listen, TRY_AGAIN_MS);
      };
    };
    listen();
    return () => {
      window.clearTimeout(timer);
      source?.close();
    };
  }, [business, queryClient]);
}

function isBehind(client: QueryClient, business: number, versions: string | undefined): boolean {
  const ofBusiness = client
    .getQueryCache()
    .findAll({ predicate: ({ queryKey }) => queryKey[1] === business });
  return versions !== undefined && ofBusiness.some(({ state }) => isOlder(state.data, versions));
}
