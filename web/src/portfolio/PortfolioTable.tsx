import { Table, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { CONNECTIONS, HOME } from "../auth/returnTo";
import type { Range } from "../filters/ranges";
import { Change } from "../overview/Change";
import { ColumnInfo } from "../overview/ColumnInfo";
import { briefly, measuredFrom } from "../overview/explain";
import { type Message, msg, plural, t, tell } from "../text/text";
import {
  DASH,
  formatChangeRatio,
  formatCount,
  formatInstant,
  formatPercent,
  formatPoints,
  formatSigned,
} from "../ui/format";
import { ariaSort, nextSort, type PortfolioRow, type Sort, type SortKey } from "./portfolio";

const COLUMNS: { key: SortKey; label: Message; number: boolean }[] = [
  { key: "name", label: msg("Business"), number: false },
  { key: "followers", label: msg("Followers"), number: true },
  { key: "posts", label: msg("Posts"), number: true },
  { key: "impressions", label: msg("Impressions"), number: true },
  { key: "change", label: msg("Change"), number: true },
  { key: "engagement_rate", label: msg("Engagement rate"), number: true },
  { key: "last_collected_at", label: msg("Last collected"), number: false },
];

interface Props {
  rows: PortfolioRow[];
  definitions: Record<string, string>;
  range: Range | undefined;
  sort: Sort;
  waiting: boolean;
  onSort: (sort: Sort) => void;
}

export function PortfolioTable({ rows, definitions, range, sort, waiting, onSort }: Props) {
  return (
    <Table className={waiting ? "tm-stack tm-waiting" : "tm-stack"} verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {COLUMNS.map(({ key, label, number }) => (
            <Table.Th
              key={key}
              scope="col"
              aria-sort={ariaSort(key, sort)}
              className={number ? "tm-number" : undefined}
            >
              <UnstyledButton className="tm-sort" onClick={() => onSort(nextSort(key, sort))}>
                {tell(label)}
                <span aria-hidden="true">{arrow(key, sort)}</span>
              </UnstyledButton>
              <ColumnInfo label={tell(label)} figure={key} definitions={definitions} />
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Row key={row.business_id} row={row} range={range} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function arrow(key: SortKey, sort: Sort): string {
  const order = ariaSort(key, sort);
  return order === "none" ? "" : order === "ascending" ? " ↑" : " ↓";
}

function Row({ row, range }: { row: PortfolioRow; range: Range | undefined }) {
  const { followers, posts, impressions, engagement_rate: rate } = row;
  return (
    <Table.Tr data-testid={`business-${row.business_id}`}>
      <Table.Th scope="row" className="tm-break">
        <div>
          <Link to={HOME} search={{ business: row.business_id, range }} className="tm-link">
            {row.name}
          </Link>
          {row.demo && <div className="tm-note">{t("Demonstration data")}</div>}
          {row.broken_connections ? <SignInAgain row={row} count={row.broken_connections} /> : null}
        </div>
      </Table.Th>
      <Table.Td className="tm-number" data-label={t("Followers")}>
        {followers.value === null ? (
          <Missing why={t("not collected")} />
        ) : (
          <div>
            {formatCount(followers.value)}
            {followers.net_change !== null && (
              <div className="tm-note">{formatSigned(followers.net_change)}</div>
            )}
          </div>
        )}
      </Table.Td>
      <Table.Td className="tm-number" data-label={t("Posts")}>
        {posts.value === null ? <Missing why={t("not collected")} /> : formatCount(posts.value)}
      </Table.Td>
      <Table.Td className="tm-number" data-label={t("Impressions")}>
        {impressions.value === null ? (
          <Missing why={briefly(impressions.status)} />
        ) : (
          formatCount(impressions.value)
        )}
      </Table.Td>
      <Table.Td className="tm-number" data-label={t("Change")}>
        {impressions.value !== null && (
          <Change
            status={impressions.change_status}
            change={impressions.change}
            previous={impressions.previous}
            from={measuredFrom(impressions.value, impressions.compared, impressions.previous, formatCount)}
            verdict="untold"
            text={impressions.change_ratio === null ? "" : formatChangeRatio(impressions.change_ratio)}
          />
        )}
      </Table.Td>
      <Table.Td className="tm-number" data-label={t("Engagement rate")}>
        {rate.value === null ? (
          <Missing why={briefly(rate.status)} />
        ) : (
          <div>
            {formatPercent(rate.value)}
            <Change
              status={rate.change_status}
              change={rate.change_points}
              previous={null}
              from={measuredFrom(rate.value, rate.compared, rate.previous, formatPercent)}
              verdict="untold"
              text={rate.change_points === null ? "" : formatPoints(rate.change_points)}
            />
          </div>
        )}
      </Table.Td>
      <Table.Td data-label={t("Last collected")}>
        {row.last_collected_at ? formatInstant(row.last_collected_at, row.period.time_zone) : t("Not yet")}
      </Table.Td>
    </Table.Tr>
  );
}

function SignInAgain({ row, count }: { row: PortfolioRow; count: number }) {
  const needed = plural(count, "{n} sign-in needed again", "{n} sign-ins needed again");
  return (
    <div className="tm-note">
      <Link
        to={CONNECTIONS}
        search={{ business: row.business_id }}
        className="tm-link"
        aria-label={`${needed}: ${row.name}`}
      >
        {needed}
      </Link>
    </div>
  );
}

function Missing({ why }: { why: string }) {
  return (
    <span className="tm-note">
      <span aria-hidden="true">{DASH} </span>
      {why}
    </span>
  );
}
