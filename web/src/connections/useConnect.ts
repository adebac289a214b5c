import { useMutation } from "@tanstack/react-query";
import { beginConnection } from "../api/connections";

interface Wanted {
  login: string;
  /** The connection that is to be made good again. */
  again?: number;
}

/** Sends the browser to a platform to sign in there; it comes back to this page. */
export function useConnect(business: number) {
  return useMutation({
    mutationFn: ({ login, again }: Wanted) => beginConnection(business, login, again),
    onSuccess: (address) => window.location.assign(address),
  });
}
