import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type HalfLife, halfLivesQuery } from "../api/performance";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import { chosenCount, OF_POSTS } from "../filters/narrowing";
import { useView } from "../filters/useView";
import type { View } from "../filters/view";
import { questionOf } from "../take/take";
import { inSentence, t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { Later } from "../ui/Later";
import { typeName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { halfLifeInWords, spanInWords, untoldInWords } from "./words";

const SHOWN = 12;

/** For how long posts live: when half of what they settle at has come. */
export function HalfLivesPanel({ business, timeZone }: { business: number; timeZone: string }) {
  const [view] = useView();
  const query = halfLivesQuery(business, view);
  const lives = useQuery(query);
  const labelled = chosenCount(view, ["label"]) > 0;
  const pending = <Skeleton height={120} role="status" aria-label={t("Loading how long posts live")} />;
  return (
    <Panel
      title={t("Posts live for")}
      take={{ question: questionOf("/analytics/half-lives", query), parts: ["rows"] }}
    >
      {lives.isError ? (
        <ErrorPanel what={t("How long posts live")} error={lives.error} retry={() => void lives.refetch()} />
      ) : lives.isPending ? (
        pending
      ) : lives.data.rows.length === 0 ? (
        <Text c="dimmed">{noneInWords(view)}</Text>
      ) : (
        <Later fallback={pending}>
          <Rows rows={lives.data.rows} labelled={labelled} timeZone={timeZone} />
        </Later>
      )}
    </Panel>
  );
}

function noneInWords(view: View): string {
  return chosenCount(view, OF_POSTS) > 0
    ? t("None of the chosen posts is among the newest 100 of its account and type that have settled.")
    : t("No post has settled yet: that takes a week on some platforms, a month on others.");
}

interface RowsProps {
  rows: HalfLife[];
  /** Whether posts of some labels are looked at only. */
  labelled: boolean;
  timeZone: string;
}

function Rows({ rows, labelled, timeZone }: RowsProps) {
  const told = rows.filter(({ evidence }) => evidence.value !== null);
  const untold = untoldInWords(rows);
  return (
    <>
      <Text className="tm-note" mb="sm">
        {t("The time after which a post has half of the engagement that it settles at.")}
        {labelled &&
          ` ${t("Told from the posts with the chosen labels among the newest 100 of their account and type that have settled.")}`}
      </Text>
      {told.length > 0 && (
        <ul className="tm-lives">
          {told.slice(0, SHOWN).map((row) => (
            <Row key={`${row.account.id} ${row.content_type}`} row={row} timeZone={timeZone} />
          ))}
        </ul>
      )}
      {untold !== null && (
        <Text className="tm-note" mt="sm">
          {untold}
        </Text>
      )}
    </>
  );
}

function Row({ row, timeZone }: { row: HalfLife; timeZone: string }) {
  return (
    <li>
      <span>
        <PlatformLabel platform={row.account.platform} />
        <span className="tm-note">{` · ${row.account.name} · ${inSentence(typeName(row.content_type))}`}</span>
      </span>
      <strong className="tm-number">{row.evidence.value !== null && spanInWords(row.evidence.value)}</strong>
      <span className="tm-note">
        {halfLifeInWords(row)}{" "}
        <EvidenceInfo
          evidence={row.evidence}
          about={t("How long posts live: {name}, {type}", {
            name: row.account.name,
            type: inSentence(typeName(row.content_type)),
          })}
          unit="hours"
          timeZone={timeZone}
        />
      </span>
    </li>
  );
}
