import { Table, Text } from "@mantine/core";
import type { AudienceAccount } from "../api/audience";
import { ColumnInfo } from "../overview/ColumnInfo";
import { msg, plural, t, tell } from "../text/text";
import { formatChangeRatio, formatCount, formatDate, formatSigned } from "../ui/format";
import { Missing } from "../ui/Missing";
import { PlatformLabel } from "../ui/PlatformLabel";
import { lost, whyNotGained, whyNotLost } from "./words";

const NO_READING = msg("too few readings");

interface Props {
  accounts: AudienceAccount[];
  definitions: Record<string, string>;
}

export function GrowthTable({ accounts, definitions }: Props) {
  const columns = [
    { name: t("Followers now"), figure: "followers" },
    { name: t("Net change") },
    { name: t("Growth"), figure: "follower_growth" },
    { name: t("Gained"), figure: "follows" },
    { name: t("Lost") },
  ];
  return (
    <>
      <Table className="tm-stack" verticalSpacing="xs" data-testid="audience-growth">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("Account")}</Table.Th>
            {columns.map(({ name, figure }) => (
              <Table.Th key={name} scope="col" className="tm-number">
                {name}
                {figure && <ColumnInfo label={name} figure={figure} definitions={definitions} />}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {accounts.map((one) => (
            <Row key={one.account.id} one={one} />
          ))}
        </Table.Tbody>
      </Table>
      <Text className="tm-note" mt="sm">
        {t(
          "Growth is the net change against the followers at the opening of the period. Lost is reckoned: the gained less the net change, where the gained were counted on every day.",
        )}
      </Text>
    </>
  );
}

function Row({ one }: { one: AudienceAccount }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <span>
          <PlatformLabel platform={one.account.platform} />
          <span className="tm-note tm-audience-handle">{one.account.handle}</span>
        </span>
      </Table.Th>
      <Cell name={t("Followers now")} value={one.followers} write={formatCount} why={t("never collected")}>
        {one.at && <span className="tm-note"> {formatDate(one.at)}</span>}
      </Cell>
      <Cell name={t("Net change")} value={one.net_change} write={formatSigned} why={tell(NO_READING)} />
      <Cell name={t("Growth")} value={one.growth_rate} write={formatChangeRatio} why={tell(NO_READING)} />
      <Cell name={t("Gained")} value={one.new_followers} write={formatCount} why={whyNotGained(one)}>
        {one.new_followers_days < one.days && (
          <span className="tm-note">
            {" "}
            {plural(one.days, "on {counted} of {n} day", "on {counted} of {n} days", {
              counted: one.new_followers_days,
            })}
          </span>
        )}
      </Cell>
      <Cell name={t("Lost")} value={lost(one)} write={formatCount} why={whyNotLost(one)} />
    </Table.Tr>
  );
}

interface CellProps {
  name: string;
  value: number | null;
  write: (value: number) => string;
  why: string;
  children?: React.ReactNode;
}

function Cell({ name, value, write, why, children }: CellProps) {
  return (
    <Table.Td className="tm-number" data-label={name}>
      {value === null ? (
        <Missing why={why} />
      ) : (
        <span>
          {write(value)}
          {children}
        </span>
      )}
    </Table.Td>
  );
}
