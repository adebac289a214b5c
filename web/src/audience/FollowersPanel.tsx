import { Button, Table, Text } from "@mantine/core";
import { useState } from "react";
import type { Audience } from "../api/audience";
import type { Note } from "../api/notes";
import { MarkedNotes } from "../notes/MarkedNotes";
import { forOthers, isAbout } from "../notes/marks";
import { useNotes } from "../notes/useNotes";
import type { Take } from "../take/take";
import { t } from "../text/text";
import { dotsInWords } from "../trends/dotsInWords";
import { ImportedSign } from "../trends/ImportedSign";
import { SmallTrend } from "../trends/SmallTrend";
import { formatCount, formatDate } from "../ui/format";
import { Missing } from "../ui/Missing";
import { platformName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { followerPoints, isAnyImported, marksOfAccount } from "./words";

export function FollowersPanel({ audience, take }: { audience: Audience; take: Take }) {
  const [asTable, setAsTable] = useState(false);
  const noted = useNotes(audience.business_id, audience);
  const notes = noted.filter((note) =>
    isAbout(note, (id) => audience.accounts.some(({ account }) => account.id === id)),
  );
  return (
    <Panel
      title={t("Followers over time")}
      take={{
        ...take,
        picture: async () =>
          (await import("./followersPicture")).followersPicture(audience, forOthers(notes)),
      }}
      actions={
        <Button variant="default" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t("Show as table")}
        </Button>
      }
    >
      {asTable ? <DayTable audience={audience} /> : <Charts audience={audience} notes={notes} />}
      <MarkedNotes business={audience.business_id} notes={notes} />
    </Panel>
  );
}

function Charts({ audience, notes }: { audience: Audience; notes: Note[] }) {
  return (
    <>
      <ul className="tm-small-trends" data-testid="audience-charts">
        {audience.accounts.map((one) => (
          <li key={one.account.id}>
            <PlatformLabel platform={one.account.platform} />{" "}
            <span className="tm-note">{one.account.handle}</span>
            {one.series.length > 0 ? (
              <SmallTrend
                points={followerPoints(audience, one)}
                metric="followers"
                name={t("Followers of {handle} on {platform}", {
                  handle: one.account.handle,
                  platform: platformName(one.account.platform),
                })}
                fromZero={false}
                marks={marksOfAccount(audience, notes, one.account.id)}
              />
            ) : (
              <Text className="tm-note">{t("No reading in this period. Choose a longer one.")}</Text>
            )}
          </li>
        ))}
      </ul>
      <Text className="tm-note" mt="sm">
        {t(
          "The same days for all, but each with a scale of its own that does not begin at zero. A gap is a day without a reading.",
        )}{" "}
        {isAnyImported(audience) && dotsInWords()}
      </Text>
    </>
  );
}

function DayTable({ audience }: { audience: Audience }) {
  const columns = audience.accounts.map((one) => ({ one, points: followerPoints(audience, one) }));
  const days = columns[0]?.points ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus
    <section className="tm-scroll" tabIndex={0} aria-label={t("Followers per day")}>
      <Table stickyHeader data-testid="audience-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("Day")}</Table.Th>
            {columns.map(({ one }) => (
              <Table.Th key={one.account.id} scope="col" className="tm-number">
                {platformName(one.account.platform)}
                <span className="tm-note tm-audience-handle">{one.account.handle}</span>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.map(({ date }, index) => (
            <Table.Tr key={date}>
              <Table.Th scope="row" fw={400}>
                {formatDate(date)}
              </Table.Th>
              {columns.map(({ one, points }) => {
                const point = points[index]?.metrics.followers;
                const value = point?.value ?? null;
                return (
                  <Table.Td key={one.account.id} className="tm-number">
                    {point?.imported && <ImportedSign />}
                    {value === null ? <Missing why={t("not collected")} /> : formatCount(value)}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
