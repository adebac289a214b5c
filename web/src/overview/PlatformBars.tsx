import { NativeSelect, Text } from "@mantine/core";
import type { PlatformFigures } from "../api/types";
import { useView } from "../filters/useView";
import type { PlatformFigure } from "../filters/view";
import type { Take } from "../take/take";
import { msg, t, tell } from "../text/text";
import { DASH } from "../ui/format";
import { PLATFORM } from "../ui/names";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { ColumnInfo } from "./ColumnInfo";
import type { Definitions } from "./definitions";
import { COLUMNS, columnName, type Figure } from "./platformFigures";

type Column = (typeof COLUMNS)[number];

const RATES_DIFFER = msg(
  "Platforms count different things: a rate by impressions and one by views do not compare.",
);

interface Props {
  platforms: PlatformFigures[];
  definitions: Definitions;
  take: Take;
}

/** Platforms set side by side by one figure, the largest first. */
export function PlatformBars({ platforms, definitions, take }: Props) {
  const [view, change] = useView();
  const column = COLUMNS.find(({ key }) => key === view.bars) ?? COLUMNS[0];
  if (!column) return null;
  const bars = barsOf(platforms, column);
  return (
    <Panel
      title={t("Platforms")}
      take={{
        ...take,
        picture: async () => ({
          ...(await import("../take/bars")).bars(
            bars.map(({ platform, figure }) => ({
              name: PLATFORM[platform].name,
              value: figure.value,
              text: figure.text ?? `${DASH} ${figure.why}`,
              color: PLATFORM[platform].color,
            })),
            column.key === "engagement_rate" ? [tell(RATES_DIFFER)] : [],
          ),
          of: columnName(column.key),
        }),
      }}
      actions={
        <>
          <ColumnInfo label={columnName(column.key)} figure={column.key} definitions={definitions} />
          <NativeSelect
            aria-label={t("Figure by which platforms are compared")}
            data={COLUMNS.map(({ key }) => ({ value: key, label: columnName(key) }))}
            value={column.key}
            onChange={(event) => {
              const bars = event.currentTarget.value as PlatformFigure;
              change((now) => ({ ...now, bars }), { replace: true });
            }}
          />
        </>
      }
    >
      <PlatformBarList platforms={platforms} figure={column.key} />
      {column.key === "engagement_rate" && (
        <Text className="tm-note" mt="sm">
          {tell(RATES_DIFFER)}
        </Text>
      )}
    </Panel>
  );
}

/** The largest first. */
function barsOf(platforms: PlatformFigures[], column: Column) {
  return platforms
    .map((figures) => ({ platform: figures.platform, figure: column.read(figures) }))
    .sort((one, other) => (other.figure.value ?? -1) - (one.figure.value ?? -1));
}

/** Bars of one figure. */
export function PlatformBarList({
  platforms,
  figure: key,
}: {
  platforms: PlatformFigures[];
  figure: PlatformFigure;
}) {
  const column = COLUMNS.find((one) => one.key === key);
  if (!column) return null;
  const bars = barsOf(platforms, column);
  const most = Math.max(0, ...bars.map(({ figure }) => figure.value ?? 0));
  return (
    <ul className="tm-platform-bars" aria-label={columnName(key)} data-testid="platform-bars">
      {bars.map(({ platform, figure }) => (
        <li key={platform}>
          <PlatformLabel platform={platform} />
          <Bar figure={figure} most={most} color={PLATFORM[platform].color} />
        </li>
      ))}
    </ul>
  );
}

function Bar({ figure, most, color }: { figure: Figure; most: number; color: string }) {
  if (figure.value === null) {
    return (
      <span className="tm-note">
        <span aria-hidden="true">{DASH} </span>
        {figure.why}
      </span>
    );
  }
  const share = most > 0 ? Math.max(0, figure.value) / most : 0;
  return (
    <span className="tm-platform-bar">
      <span className="tm-platform-bar-length" style={{ flexGrow: share, background: color }} />
      <span className="tm-platform-bar-value">{figure.text}</span>
      <span style={{ flexGrow: 1 - share }} />
    </span>
  );
}
