import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Note, notesQuery } from "../api/notes";
import { accountsQuery } from "../api/queries";
import type { Account, DateSpan } from "../api/types";
import { useVisit } from "../share/visit";
import { usePaper } from "../take/paper";
import { platformName } from "../ui/names";
import { forOthers } from "./marks";

const NO_NOTES: Note[] = [];
const NO_ACCOUNTS: Account[] = [];

/**
 * What was noted about some days. Visitors are not shown what a team writes for itself, and paper not what the reader does.
 *
 * @param days undefined where there are none
 */
export function useNotes(business: number, days: DateSpan | undefined): Note[] {
  const visit = useVisit();
  const paper = usePaper();
  const asked = notesQuery(business, days ?? { from: "", to: "" });
  const notes = useQuery({ ...asked, enabled: !visit && days !== undefined }).data ?? NO_NOTES;
  return useMemo(() => (paper ? forOthers(notes) : notes), [paper, notes]);
}

/** Those that notes may be about; none for visitors, who see no notes. */
export function useNotedAccounts(business: number): Account[] {
  const visit = useVisit();
  return useQuery({ ...accountsQuery(business), enabled: !visit }).data ?? NO_ACCOUNTS;
}

/** Which account a note is about is said by name. */
export function useAccountName(business: number): (id: number) => string | undefined {
  const accounts = useNotedAccounts(business);
  return (id) => {
    const account = accounts.find((one) => one.account_id === id);
    return account && `${account.name ?? account.handle} (${platformName(account.platform)})`;
  };
}
