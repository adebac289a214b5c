import { Table, UnstyledButton } from "@mantine/core";
import type { PlatformComparison, PlatformSide, SideFigures } from "../api/platforms";
import { t } from "../text/text";
import { figureName, PLATFORM, platformName } from "../ui/names";
import { PlatformLabel } from "../ui/PlatformLabel";
import { FigureCell } from "./FigureCell";
import { barScale, type Figure, inOrder, readFigure } from "./figures";
import { Sideways } from "./Sideways";
import { ariaSort, columnsOf, nextSort, type PlatformsView, type Sort, type SortKey, sortOf } from "./search";

interface Props {
  answer: PlatformComparison;
  /** What the server says of all platforms together; it knows what cannot be added. */
  all: SideFigures | undefined;
  view: PlatformsView;
  onSort: (sort: Sort) => void;
}

/** Platforms as rows, figures as columns. */
export function SideTable({ answer, all, view, onSort }: Props) {
  const columns = columnsOf(view);
  const sort = sortOf(view);
  const per = view.per ?? "total";
  const read = (side: SideFigures | PlatformSide) =>
    new Map(columns.map((key) => [key, readFigure(key, side, per, answer.definitions)]));
  const figures = new Map(answer.platforms.map((side) => [side.platform, read(side)]));
  const ordered = inOrder(
    answer.platforms,
    sort,
    ({ platform }) => platformName(platform),
    (key, { platform }) => figures.get(platform)?.get(key)?.value ?? null,
  );
  const scales = new Map(
    columns.map((key) => [key, barScale([...figures.values()].flatMap((row) => row.get(key) ?? []))]),
  );
  const total = all && per === "total" && answer.platforms.length > 1 ? read(all) : undefined;
  const cell = (name: string, key: (typeof columns)[number], figure: Figure | undefined, color?: string) => (
    <Table.Td key={key} data-label={figureName(key)}>
      {figure && (
        <FigureCell
          figure={figure}
          about={`${figureName(key)}: ${name}`}
          color={color}
          most={scales.get(key) ?? null}
          compared={answer.comparison !== null}
        />
      )}
    </Table.Td>
  );
  return (
    <Sideways name={t("Platforms side by side")}>
      <Table className="tm-stack tm-sides" verticalSpacing="xs" data-testid="platforms-table">
        <Table.Thead>
          <Table.Tr>
            <Head name="platform" label={t("Platform")} sort={sort} onSort={onSort} />
            {columns.map((key) => (
              <Head key={key} name={key} label={figureName(key)} sort={sort} onSort={onSort} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ordered.map(({ platform }) => (
            <Table.Tr key={platform} data-testid={`side-${platform}`}>
              <Table.Th scope="row">
                <PlatformLabel platform={platform} />
              </Table.Th>
              {columns.map((key) =>
                cell(platformName(platform), key, figures.get(platform)?.get(key), PLATFORM[platform]?.color),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {total && (
          <Table.Tfoot>
            <Table.Tr data-testid="side-all">
              <Table.Th scope="row">{t("All of them")}</Table.Th>
              {columns.map((key) => cell(t("all platforms"), key, total.get(key)))}
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </Sideways>
  );
}

interface HeadProps {
  name: SortKey;
  label: string;
  sort: Sort;
  onSort: (sort: Sort) => void;
}

function Head({ name, label, sort, onSort }: HeadProps) {
  const order = ariaSort(name, sort);
  return (
    <Table.Th scope="col" aria-sort={order}>
      <UnstyledButton className="tm-sort" onClick={() => onSort(nextSort(name, sort))}>
        {label}
        <span aria-hidden="true">{order === "none" ? "" : order === "ascending" ? " ↑" : " ↓"}</span>
      </UnstyledButton>
    </Table.Th>
  );
}
