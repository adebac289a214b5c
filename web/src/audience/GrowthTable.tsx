import { Table, Text } from "@mantine/core";
import type { AudienceAccount } from "../api/audience";
import { formatChangeRatio, formatCount, formatDate, formatSigned } from "../ui/format";
import { Missing } from "../ui/Missing";
import { PlatformLabel } from "../ui/PlatformLabel";
import { lost, whyNotGained, whyNotLost } from "./words";

const NO_READING = "too few readings";

export function GrowthTable({ accounts }: { accounts: AudienceAccount[] }) {
  return (
    <>
      <Table className="tm-stack" verticalSpacing="xs" data-testid="audience-growth">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Account</Table.Th>
            {["Followers now", "Net change", "Growth", "Gained", "Lost"].map((name) => (
              <Table.Th key={name} scope="col" className="tm-number">
                {name}
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
        Growth is the net change against the followers at the opening of the period. Lost is reckoned: the
        gained less the net change, where the gained were counted on every day.
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
      <Cell name="Followers now" value={one.followers} write={formatCount} why="never collected">
        {one.at && <span className="tm-note"> {formatDate(one.at)}</span>}
      </Cell>
      <Cell name="Net change" value={one.net_change} write={formatSigned} why={NO_READING} />
      <Cell name="Growth" value={one.growth_rate} write={formatChangeRatio} why={NO_READING} />
      <Cell name="Gained" value={one.new_followers} write={formatCount} why={whyNotGained(one)}>
        {one.new_followers_days < one.days && (
          <span className="tm-note">
            {" "}
            on {one.new_followers_days} of {one.days} days
          </span>
        )}
      </Cell>
      <Cell name="Lost" value={lost(one)} write={formatCount} why={whyNotLost(one)} />
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
