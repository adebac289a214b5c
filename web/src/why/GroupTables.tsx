import { Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Why, WhyGroup } from "../api/why";
import { WHY } from "../auth/returnTo";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import { useVisit } from "../share/visit";
import type { Take } from "../take/take";
import { DASH, formatCount } from "../ui/format";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import type { WhyView } from "./search";
import { amount, difference } from "./words";

const EFFECTS: Record<string, string> = {
  volume: "Number of posts",
  mix: "Mix",
  exposure: "Impressions per post",
  response: "Engagement per impression",
  per_post: "Engagement per post",
  rate_mix: "Mix of what was shown",
  within: "Rate within",
  too_young: "Too young",
  not_reported: "Not reported",
};

interface Props {
  why: Why;
  groups: NonNullable<Why["groups"]>;
  take: (part: string) => Take;
}

/** Where the change lies; each name leads one step further down. Accounts are named where a platform has several. */
export function GroupTables({ why, groups, take }: Props) {
  return (
    <>
      {groups.platforms.length > 1 && (
        <GroupTable
          title="By platform"
          why={why}
          groups={groups.platforms}
          name={byPlatform}
          take={take("groups.platforms")}
        />
      )}
      {groups.accounts.length > groups.platforms.length && (
        <GroupTable
          title="By account"
          why={why}
          groups={groups.accounts}
          name={byAccount}
          take={take("groups.accounts")}
        />
      )}
      {groups.content_types.length > 1 && (
        <GroupTable
          title="By content type"
          why={why}
          groups={groups.content_types}
          name={byType}
          take={take("groups.content_types")}
        />
      )}
    </>
  );
}

interface TableProps {
  title: string;
  why: Why;
  groups: WhyGroup[];
  take: Take;
  name: (group: WhyGroup) => { key: string; text: ReactNode; narrow: Partial<WhyView> };
}

function GroupTable({ title, why, groups, name, take }: TableProps) {
  const columns = Object.keys(EFFECTS).filter((key) => groups.some((group) => group.effects[key]));
  return (
    <Panel title={title} take={take}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
      <section className="tm-scroll-wide" tabIndex={0} aria-label={`${title}, as a table`}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">
                {title.replace("By ", "").replace(/^./, (c) => c.toUpperCase())}
              </Table.Th>
              {["Posts", "Before", "Now", "Change", ...columns.map((key) => EFFECTS[key] ?? key)].map(
                (label) => (
                  <Table.Th key={label} scope="col" className="tm-number">
                    {label}
                  </Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groups.map((group) => (
              <GroupRow key={name(group).key} why={why} group={group} columns={columns} name={name} />
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Panel>
  );
}

interface RowProps extends Pick<TableProps, "why" | "name"> {
  group: WhyGroup;
  columns: string[];
}

function GroupRow({ why, group, columns, name }: RowProps) {
  const { key, text, narrow } = name(group);
  const { metric } = why;
  const visit = useVisit();
  const cells: [string, string][] = [
    ["Posts", `${formatCount(group.previous_posts)} → ${formatCount(group.posts)}`],
    ["Before", group.previous === null ? DASH : amount(metric, group.previous)],
    ["Now", group.value === null ? DASH : amount(metric, group.value)],
    ["Change", difference(metric, group.change)],
    ...columns.map((column): [string, string] => [
      EFFECTS[column] ?? column,
      difference(metric, group.effects[column] ?? 0),
    ]),
  ];
  return (
    <Table.Tr data-testid={`group-${key}`}>
      <Table.Th scope="row">
        {visit ? (
          text
        ) : (
          <Link
            from={WHY}
            to={WHY}
            search={(view: WhyView) => ({ ...view, ...narrow })}
            resetScroll={false}
            className="tm-link"
          >
            {text}
          </Link>
        )}
      </Table.Th>
      {cells.map(([label, value]) => (
        <Table.Td key={label} className="tm-number">
          {value}
          {label === "Change" && (
            <EvidenceInfo
              evidence={group.evidence}
              about={`Change of ${key}`}
              unit={metric === "engagement_rate" ? "share" : "count"}
              timeZone={why.period.time_zone}
            />
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function byPlatform({ platform }: WhyGroup) {
  return {
    key: platform ?? "none",
    text: platform && <PlatformLabel platform={platform} />,
    narrow: { platform: platform ? [platform] : undefined },
  };
}

function byAccount({ account, platform }: WhyGroup) {
  return {
    key: `account-${account?.id}`,
    text: account && platform && (
      <>
        {account.name} · <PlatformLabel platform={platform} />
      </>
    ),
    narrow: { account: account ? [account.id] : undefined },
  };
}

function byType({ content_type: type }: WhyGroup) {
  return { key: type ?? "none", text: type, narrow: { type: type ? [type] : undefined } };
}
