import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { accountsQuery } from "../api/queries";
import { WHY } from "../auth/returnTo";
import { joinWords } from "../ui/format";

const route = getRouteApi(WHY);

/** What the explanation is narrowed to beyond the filters, with the way back. */
export function DrillDown({ business }: { business: number }) {
  const view = route.useSearch();
  const accounts = useQuery({ ...accountsQuery(business), enabled: view.account !== undefined });
  if (view.account === undefined && view.type === undefined) return null;
  const nameOf = (id: number) => accounts.data?.find((one) => one.account_id === id)?.name ?? `account ${id}`;
  return (
    <nav className="tm-drill" aria-label="Narrowed to" data-testid="why-drill">
      <span>Narrowed to</span>
      {view.account !== undefined && (
        <Link
          from={WHY}
          to={WHY}
          search={({ account: _account, ...rest }) => rest}
          resetScroll={false}
          className="tm-link"
        >
          {joinWords(view.account.map(nameOf))} (show all accounts)
        </Link>
      )}
      {view.type !== undefined && (
        <Link
          from={WHY}
          to={WHY}
          search={({ type: _type, ...rest }) => rest}
          resetScroll={false}
          className="tm-link"
        >
          {joinWords(view.type)} (show all content types)
        </Link>
      )}
    </nav>
  );
}
