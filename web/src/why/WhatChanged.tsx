import { Button, Group, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Overview } from "../api/types";
import { EXPLAINED, type Explained, type Why, type WhyTotal, whyQuery } from "../api/why";
import { WHY } from "../auth/returnTo";
import { useView } from "../filters/useView";
import { carried } from "../filters/view";
import { type Question, questionOf, type Take } from "../take/take";
import { spoken } from "../text/said";
import { t } from "../text/text";
import { trendFigure } from "../trends/figure";
import { ErrorPanel } from "../ui/ErrorPanel";
import { figureName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { Compared } from "./Compared";
import { WaterfallTable } from "./WaterfallTable";

/**
 * The answer reads what happened on every single post of two periods, which takes a large business seconds: it is not
 * asked for while a reader steps from period to period.
 */
const SETTLED_MS = 1000;

/** What the change of the figure that the trend shows is made of, where that can be told. */
export default function WhatChanged({ overview }: { overview: Overview }) {
  const [view] = useView();
  const figure = trendFigure(overview, view);
  const explain = EXPLAINED.find((one) => one === figure);
  return explain ? (
    <OfFigure business={overview.business_id} explain={explain} />
  ) : (
    <Panel title={t("What changed")}>
      <Others />
    </Panel>
  );
}

function OfFigure({ business, explain }: { business: number; explain: Explained }) {
  const [view] = useView();
  const settled = useSettled(view);
  const query = whyQuery(business, { ...(settled ?? view), explain });
  const why = useQuery({ ...query, enabled: settled !== undefined });
  const answer = why.data;
  const waiting = why.isPlaceholderData || settled !== view;
  return (
    <Panel
      title={t("What changed")}
      take={answer?.change ? takeOf(answer, answer.change, questionOf("/analytics/why", query)) : undefined}
      actions={
        <Link to={WHY} search={{ ...carried(view), explain }} className="tm-link">
          {t("By platform, account, type and post")}
        </Link>
      }
    >
      {why.isError && !answer ? (
        <ErrorPanel what={t("The explanation")} error={why.error} retry={() => void why.refetch()} />
      ) : !answer ? (
        <Skeleton height={560} role="status" aria-label={t("Loading the explanation")} />
      ) : (
        <div className={waiting ? "tm-waiting" : undefined} aria-busy={waiting}>
          <Text maw="90ch" data-testid="what-changed">
            {spoken(answer.sentence, answer.sentence_said)}
          </Text>
          <Compared why={answer} />
          {answer.change && <WaterfallTable why={answer} total={answer.change} />}
        </div>
      )}
    </Panel>
  );
}

/** What has stood for a while; undefined until something has. */
function useSettled<T>(value: T): T | undefined {
  const [settled, setSettled] = useState<T>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function takeOf(why: Why, change: WhyTotal, question: Question): Take {
  const { metric, period } = why;
  return {
    question,
    parts: ["change", "effects", "apart"],
    period,
    picture: async () => ({
      ...(await import("./waterfallPicture")).waterfallPicture(why, change),
      of: figureName(metric),
    }),
  };
}

/** Leads from a figure whose change cannot be taken apart to those whose can. */
function Others() {
  const [, change] = useView();
  return (
    <>
      <Text c="dimmed" data-testid="what-changed-not">
        {t("The change of this figure cannot be taken apart. That of others can:")}
      </Text>
      <Group gap="xs" mt="xs">
        {EXPLAINED.map((metric) => (
          <Button
            key={metric}
            variant="default"
            size="compact-sm"
            onClick={() => change((now) => ({ ...now, metric }))}
          >
            {figureName(metric)}
          </Button>
        ))}
      </Group>
    </>
  );
}
