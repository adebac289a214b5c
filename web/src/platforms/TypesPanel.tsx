import { NativeSelect, Skeleton, Table, Text } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { type UseQueryResult, useQueries } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type ContentTypes, contentTypesQuery, type PlatformComparison } from "../api/platforms";
import { analyticsParams } from "../api/queries";
import type { Platform } from "../api/types";
import { options } from "../filters/options";
import { useComingToPaper } from "../take/paper";
import { t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { DASH } from "../ui/format";
import { Missing } from "../ui/Missing";
import { PLATFORM, platformName, typeName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { type PlatformsView, TYPE_FIGURES, type TypeFigure } from "./search";
import { cellOf, scaleOf, type TypeCell, typesOf } from "./types";

interface Props {
  answer: PlatformComparison;
  view: PlatformsView;
  onChange: (part: Partial<PlatformsView>) => void;
}

/** What was published where, and how it did. One question for each platform, asked once the panel comes into view. */
export function TypesPanel({ answer, view, onChange }: Props) {
  const { ref, entry } = useIntersection({ rootMargin: "200px" });
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (entry?.isIntersecting) setNear(true);
  }, [entry?.isIntersecting]);
  const wanted = useComingToPaper() || near;
  const figure = view.types ?? "engagement";
  const platforms = answer.platforms.map(({ platform }) => platform);
  const answers = useQueries({
    queries: platforms.map((platform) => ({
      ...contentTypesQuery(answer.business_id, view, platform),
      enabled: wanted,
    })),
  });
  const rows = answers.flatMap(({ data }, index) =>
    (data?.content_types ?? []).map((type) => ({ platform: platforms[index], ...type })),
  );
  return (
    <div ref={ref}>
      <Panel
        title={t("Content types")}
        take={{
          question: { path: "/analytics/content-types", params: analyticsParams(answer.business_id, view) },
          period: answer.period,
          definitions: answer.definitions,
          rows,
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
        {wanted ? (
          <Matrix platforms={platforms} answers={answers} figure={figure} />
        ) : (
          <Skeleton height={240} />
        )}
      </Panel>
    </div>
  );
}

interface MatrixProps {
  platforms: Platform[];
  /** In the order of the platforms. */
  answers: UseQueryResult<ContentTypes>[];
  figure: TypeFigure;
}

function Matrix({ platforms, answers, figure }: MatrixProps) {
  const failed = answers.find(({ isError }) => isError);
  if (failed?.error) {
    const again = () => {
      for (const one of answers) if (one.isError) void one.refetch();
    };
    return <ErrorPanel what={t("The content types")} error={failed.error} retry={again} />;
  }
  if (answers.some(({ isPending }) => isPending)) {
    return <Skeleton height={240} role="status" aria-label={t("Loading the content types")} />;
  }
  const types = typesOf(answers.map(({ data }) => data));
  if (types.length === 0) {
    return <Text className="tm-note">{t("No posts were published in this period.")}</Text>;
  }
  const scales = answers.map(({ data }) => (data ? scaleOf(data, figure) : 0));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus */}
      <section className="tm-sides-scroll" tabIndex={0} aria-label={t("Content types by platform")}>
        <Table className="tm-stack tm-sides" verticalSpacing="xs" data-testid="platform-types">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t("Type |of a post")}</Table.Th>
              {platforms.map((platform) => (
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
                {platforms.map((platform, index) => {
                  const data = answers[index]?.data;
                  const cell = data && cellOf(data, type, figure);
                  return (
                    <Table.Td key={platform} data-label={platformName(platform)}>
                      <Cell cell={cell} most={scales[index] ?? 0} color={PLATFORM[platform]?.color} />
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
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
