import { Skeleton } from "@mantine/core";
import type { Overview } from "../api/types";
import { InsightsPanel } from "../insights/InsightsPanel";
import { BreakoutsPanel } from "../performance/BreakoutsPanel";
import { HalfLivesPanel } from "../performance/HalfLivesPanel";
import { TopPostsPanel } from "../posts/TopPostsPanel";
import { useVisit } from "../share/visit";
import type { Take } from "../take/take";
import { TrendPanel } from "../trends/TrendPanel";
import { drawnWhenNear } from "../ui/drawnWhenNear";
import { WhenNear } from "../ui/WhenNear";
import { PlatformBars } from "./PlatformBars";

const WhatChanged = drawnWhenNear(() => import("../why/WhatChanged"));
const RhythmPanel = drawnWhenNear(() => import("./RhythmPanel"), true);
const PlatformTable = drawnWhenNear(() => import("./PlatformTable"), true);

interface Props {
  overview: Overview;
  /** What is taken away of the platforms. */
  platforms: Take;
}

/** What stands below the numbers; visitors are not shown what is about now. */
export default function Panels({ overview, platforms }: Props) {
  const visit = useVisit();
  const { business_id: business, period } = overview;
  return (
    <>
      <WhenNear fallback={<PanelSkeleton height={508} />}>
        <TrendPanel overview={overview} />
      </WhenNear>
      {!visit && overview.comparison && (
        <WhatChanged fallback={<PanelSkeleton height={660} />} overview={overview} />
      )}
      <WhenNear fallback={<PanelSkeleton height={198} />}>
        <InsightsPanel business={business} />
      </WhenNear>
      {!visit && (
        <WhenNear fallback={<PanelSkeleton height={133} />}>
          <BreakoutsPanel business={business} timeZone={period.time_zone} />
        </WhenNear>
      )}
      <WhenNear fallback={<PanelSkeleton height={566} />}>
        <TopPostsPanel business={business} />
      </WhenNear>
      <RhythmPanel fallback={<PanelSkeleton height={330} />} overview={overview} />
      {!visit && (
        <WhenNear fallback={<PanelSkeleton height={126} />}>
          <HalfLivesPanel business={business} timeZone={period.time_zone} />
        </WhenNear>
      )}
      {overview.platforms.length > 1 && (
        <WhenNear fallback={<PanelSkeleton height={406} />}>
          <PlatformBars platforms={overview.platforms} definitions={overview.definitions} take={platforms} />
        </WhenNear>
      )}
      {overview.platforms.length > 0 && (
        <PlatformTable fallback={<PanelSkeleton height={560} />} overview={overview} take={platforms} />
      )}
    </>
  );
}

/** @param height that of the panel in most cases, so that little moves when it comes */
function PanelSkeleton({ height }: { height: number }) {
  return <Skeleton height={height} radius="lg" />;
}
