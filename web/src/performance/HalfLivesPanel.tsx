import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type HalfLife, halfLivesQuery } from "../api/performance";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import { NotHeeded } from "../filters/NotHeeded";
import { OF_ACCOUNTS } from "../filters/narrowing";
import { useView } from "../filters/useView";
import { questionOf } from "../take/take";
import { inSentence, t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { Later } from "../ui/Later";
import { typeName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { halfLifeInWords, spanInWords, untoldInWords } from "./words";

const SHOWN = 12;
const HEEDED = [...OF_ACCOUNTS, "type"] as const;

/** For how long posts live: when half of what they settle at has come. */
export function HalfLivesPanel({ business, timeZone }: { business: number; timeZone: string }) {
  const [view] = useView();
  const query = halfLivesQuery(business, view);
  const lives = useQuery(query);
  const pending = <Skeleton height={120} role="status" aria-label={t("Loading how long posts live")} />;
  return (
    <Panel
      title={t("Posts live for")}
      take={{ question: questionOf("/analytics/half-lives", query), parts: ["rows"] }}
    >
      <NotHeeded heeded={HEEDED} />
      {lives.isError ? (
        <ErrorPanel what={t("How long posts live")} error={lives.error} retry={() => void lives.refetch()} />
      ) : lives.isPending ? (
        pending
      ) : lives.data.rows.length === 0 ? (
        <Text c="dimmed">
          {t("No post has settled yet: that takes a week on some platforms, a month on others.")}
        </Text>
      ) : (
        <Later fallback={pending}>
          <Rows rows={lives.data.rows} timeZone={timeZone} />
        </Later>
      )}
    </Panel>
  );
}

function Rows({ rows, timeZone }: { rows: HalfLife[]; timeZone: string }) {
  const told = rows.filter(({ evidence }) => evidence.value !== null);
  const untold = untoldInWords(rows);
  return (
    <>
      <Text className="tm-note" mb="sm">
        {t("The time after which a post has half of the engagement that it settles at.")}
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
