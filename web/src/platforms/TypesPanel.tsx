import { NativeSelect, Skeleton, Table, Text } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { contentTypesQuery, type PlatformComparison, type PlatformContentTypes } from "../api/platforms";
import { options } from "../filters/options";
import { useAllWanted } from "../take/paper";
import { questionOf } from "../take/take";
import { t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { DASH } from "../ui/format";
import { Missing } from "../ui/Missing";
import { PLATFORM, platformName, typeName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { Sideways } from "./Sideways";
import { type PlatformsView, TYPE_FIGURES, type TypeFigure } from "./search";
import { cellOf, scaleOf, type TypeCell, typesOf } from "./types";

interface Props {
  answer: PlatformComparison;
  view: PlatformsView;
  onChange: (part: Partial<PlatformsView>) => void;
}

/** What was published where, and how it did. Asked once the panel comes into view. */
export function TypesPanel({ answer, view, onChange }: Props) {
  const { ref, entry } = useIntersection({ rootMargin: "200px" });
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (entry?.isIntersecting) setNear(true);
  }, [entry?.isIntersecting]);
  const wanted = useAllWanted() || near;
  const figure = view.types ?? "engagement";
  const query = contentTypesQuery(answer.business_id, view);
  const types = useQuery({ ...query, enabled: wanted });
  return (
    <div ref={ref}>
      <Panel
        title={t("Content types")}
        take={{
          question: questionOf("/analytics/content-types", query),
          parts: ["platforms.content_types"],
          period: answer.period,
          definitions: answer.definitions,
        }}
        actions={
          <NativeSelect
            aria-label={t("Figure of the content types")}
            data={options(TYPE_FIGURES)}
            value={figure}
            onChange={(event) => onChange({ types: event.currentTarget.value as TypeFigure })}
          />
        }
      >
        {types.isError ? (
          <ErrorPanel what={t("The content types")} error={types.error} retry={() => void types.refetch()} />
        ) : types.data ? (
          <Matrix platforms={types.data.platforms} figure={figure} />
        ) : (
          <Skeleton height={240} role="status" aria-label={t("Loading the content types")} />
        )}
      </Panel>
    </div>
  );
}

function Matrix({ platforms, figure }: { platforms: PlatformContentTypes[]; figure: TypeFigure }) {
  const types = typesOf(platforms);
  if (types.length === 0) {
    return <Text className="tm-note">{t("No posts were published in this period.")}</Text>;
  }
  const scales = platforms.map((of) => scaleOf(of, figure));
  return (
    <>
      <Sideways name={t("Content types by platform")}>
        <Table className="tm-stack tm-sides tm-sides-many" verticalSpacing="xs" data-testid="platform-types">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t("Type |of a post")}</Table.Th>
              {platforms.map(({ platform }) => (
                <Table.Th key={platform} scope="col">
                  <PlatformLabel platform={platform} />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {types.map((type) => (
              <Table.Tr key={type}>
                <Table.Th scope="row">{typeName(type)}</Table.Th>
                {platforms.map((of, index) => (
                  <Table.Td key={of.platform} data-label={platformName(of.platform)}>
                    <Cell
                      cell={cellOf(of, type, figure)}
                      most={scales[index] ?? 0}
                      color={PLATFORM[of.platform]?.color}
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Sideways>
      <Text className="tm-note" mt="sm">
        {t(
          "Bars compare the types of one platform with each other. Means and rates of few posts say little: how many there were stands below. A dash: none was published.",
        )}
      </Text>
    </>
  );
}

function Cell({
  cell,
  most,
  color,
}: {
  cell: TypeCell | undefined;
  most: number;
  color: string | undefined;
}) {
  if (!cell) {
    return (
      <span className="tm-note tm-sides-none" title={t("No posts")}>
        <span aria-hidden="true">{DASH}</span>
        <span className="tm-unseen">{t("no posts")}</span>
      </span>
    );
  }
  return (
    <div className="tm-sides-cell">
      <div className="tm-sides-value">
        {cell.value === null ? <Missing why={cell.why} /> : <span>{cell.text}</span>}
      </div>
      {cell.value !== null && most > 0 && (
        <span className="tm-sides-track" aria-hidden="true">
          <span style={{ width: `${(100 * Math.max(0, cell.value)) / most}%`, background: color }} />
        </span>
      )}
      {cell.notes.map((note) => (
        <div key={note} className="tm-note">
          {note}
        </div>
      ))}
    </div>
  );
}
