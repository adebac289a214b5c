import { useMutation, useQueryClient } from "@tanstack/react-query";
import { dismiss, restore } from "../api/insights";

/** Puts findings away and takes it back; the list is asked for again either way. */
export function useDismissal(business: number) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ["insights", business] });
  return {
    dismiss: useMutation({ mutationFn: (id: string) => dismiss(business, id), onSettled }),
    restore: useMutation({ mutationFn: (id: string) => restore(business, id), onSettled }),
  };
}
