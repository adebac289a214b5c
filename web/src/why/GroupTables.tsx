import { Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Why, WhyGroup } from "../api/why";
import { WHY } from "../auth/returnTo";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import { useVisit } from "../share/visit";
import type { Take } from "../take/take";
import { type Message, msg, t, tell } from "../text/text";
import { DASH, formatCount } from "../ui/format";
import { typeName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import type { WhyView } from "./search";
import { amount, difference } from "./words";

const EFFECTS: Record<string, Message> = {
  volume: msg("Number of posts"),
  mix: msg("Mix"),
  exposure: msg("Impressions per post"),
  response: msg("Engagement per impression"),
  per_post: msg("Engagement per post"),
  rate_mix: msg("Mix of what was shown"),
  within: msg("Rate within"),
  too_young: msg("Too young"),
  not_reported: msg("Not reported"),
};

function effectName(key: string): string {
  const name = EFFECTS[key];
  return name ? tell(name) : key;
}

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
          title={t("By platform")}
          head={t("Platform")}
          why={why}
          groups={groups.platforms}
          name={byPlatform}
          take={take("groups.platforms")}
        />
      )}
      {groups.accounts.length > groups.platforms.length && (
        <GroupTable
          title={t("By account")}
          head={t("Account")}
          why={why}
          groups={groups.accounts}
          name={byAccount}
          take={take("groups.accounts")}
        />
      )}
      {groups.content_types.length > 1 && (
        <GroupTable
          title={t("By content type")}
          head={t("Content type")}
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
  /** What the groups are, as the head of their column. */
  head: string;
  why: Why;
  groups: WhyGroup[];
  take: Take;
  name: (group: WhyGroup) => { key: string; text: ReactNode; narrow: Partial<WhyView> };
}

function GroupTable({ title, head, why, groups, name, take }: TableProps) {
  const asTable = t("{title}, as a table", { title });
  const columns = Object.keys(EFFECTS).filter((key) => groups.some((group) => group.effects[key]));
  return (
    <Panel title={title} take={take}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
      <section className="tm-scroll-wide" tabIndex={0} aria-label={asTable}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{head}</Table.Th>
              {[t("Posts"), t("Before"), t("Now"), t("Change"), ...columns.map(effectName)].map((label) => (
                <Table.Th key={label} scope="col" className="tm-number">
                  {label}
                </Table.Th>
              ))}
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
    [t("Posts"), `${formatCount(group.previous_posts)} → ${formatCount(group.posts)}`],
    [t("Before"), group.previous === null ? DASH : amount(metric, group.previous)],
    [t("Now"), group.value === null ? DASH : amount(metric, group.value)],
    [t("Change"), difference(metric, group.change)],
    ...columns.map((column): [string, string] => [
      effectName(column),
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
          {label === t("Change") && (
            <EvidenceInfo
              evidence={group.evidence}
              about={t("Change of {key}", { key })}
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
  return { key: type ?? "none", text: type && typeName(type), narrow: { type: type ? [type] : undefined } };
}
