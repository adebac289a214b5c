import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { beginConnection, connectionsQuery, type WantedConnection } from "../api/connections";
import { CONNECTIONS } from "../auth/returnTo";

/**
 * Sends the browser to a platform to sign in there; it comes back to this page. Where what the person told is enough, the
 * choice of accounts opens at once.
 */
export function useConnect(business: number) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (wanted: WantedConnection) => beginConnection(business, wanted),
    onSuccess: async ({ authorization_url, connection_id }) => {
      if (authorization_url !== null) {
        window.location.assign(authorization_url);
      } else if (connection_id !== null) {
        await client.invalidateQueries(connectionsQuery(business));
        await navigate({ to: CONNECTIONS, search: { business, connection: connection_id }, replace: true });
      }
    },
  });
}
