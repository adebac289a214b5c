import { Alert, Button, Group, Select, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  type AccountName,
  experimentsQuery,
  type PostingTime,
  startExperiment,
  type TestProposal,
  type TimingMetric,
} from "../api/times";
import { options } from "../filters/options";
import { msg, plural, t } from "../text/text";
import { ErrorText } from "../ui/ErrorText";
import { durationInWords, hourName, overlap, postsPerTime, weekdayName, weeksOfTest } from "./words";

interface Props {
  business: number;
  account: AccountName;
  metric: TimingMetric;
  proposal: TestProposal | null;
}

const ANY = "any";
const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: hourName(hour),
}));
const DIFFERENCES = {
  "0.2": msg("a fifth more"),
  "0.5": msg("half as much again"),
  "1": msg("twice as much"),
};
const USUAL: Pick<TestProposal, "first" | "second" | "difference" | "noise"> = {
  first: { weekday: null, hour: 9 },
  second: { weekday: null, hour: 18 },
  difference: 0.2,
  noise: 0.6,
};

const LONG_WEEKS = 52;

export function ExperimentForm({ business, account, metric, proposal }: Props) {
  const client = useQueryClient();
  const start = proposal ?? USUAL;
  const [first, setFirst] = useState<PostingTime>(start.first);
  const [second, setSecond] = useState<PostingTime>(start.second);
  const [difference, setDifference] = useState(start.difference);
  const begin = useMutation({
    mutationFn: () =>
      startExperiment(business, { account_id: account.id, metric, first, second, difference }),
    onSuccess: () => client.invalidateQueries({ queryKey: experimentsQuery(business).queryKey }),
  });
  const clash = overlap(first, second);

  function needs(): string {
    const posts = postsPerTime(start.noise, difference);
    if (!proposal)
      return plural(posts, "It takes {n} post at each time.", "It takes {n} posts at each time.");
    const weeks = weeksOfTest(proposal, first, second, difference);
    const needed = plural(
      posts,
      "It takes {n} post at each time, about {duration} at your pace.",
      "It takes {n} posts at each time, about {duration} at your pace.",
      { duration: durationInWords(weeks) },
    );
    return weeks > LONG_WEEKS
      ? `${needed} ${t("Any day instead of one weekday, or a larger difference, takes less.")}`
      : needed;
  }

  return (
    <form
      data-testid="experiment-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!clash) begin.mutate();
      }}
    >
      {proposal && (
        <Text size="sm" mb="sm">
          {t(
            "Proposed: the best guess, and a time that is hardly used and could be better, or else the one you use most.",
          )}
        </Text>
      )}
      <div className="tm-fields tm-fields-wide">
        <TimeFields name={t("First time")} time={first} onChange={setFirst} />
        <TimeFields name={t("Second time")} time={second} onChange={setSecond} />
        <Select
          label={t("Difference to be seen")}
          description={t("The smaller it is, the more posts it takes.")}
          data={options(DIFFERENCES)}
          value={String(difference)}
          onChange={(value) => value && setDifference(Number(value))}
          allowDeselect={false}
        />
      </div>
      <Text mt="sm" data-testid="experiment-needs">
        {clash ? t("The two times overlap: choose another hour or another weekday.") : needs()}
      </Text>
      {begin.isError && (
        <Alert color="red" role="alert" title={t("The test was not started")} mt="sm">
          <ErrorText error={begin.error} />
        </Alert>
      )}
      <Group mt="sm">
        <Button type="submit" loading={begin.isPending} disabled={clash}>
          {t("Start the test")}
        </Button>
      </Group>
    </form>
  );
}

function days() {
  const each = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(day) }));
  return [{ value: ANY, label: t("Any day") }, ...each];
}

interface TimeFieldsProps {
  name: string;
  time: PostingTime;
  onChange: (time: PostingTime) => void;
}

function TimeFields({ name, time, onChange }: TimeFieldsProps) {
  return (
    <fieldset className="tm-time">
      <legend>{name}</legend>
      <Select
        aria-label={t("{name}: day", { name })}
        data={days()}
        value={time.weekday === null ? ANY : String(time.weekday)}
        onChange={(value) => value && onChange({ ...time, weekday: value === ANY ? null : Number(value) })}
        allowDeselect={false}
      />
      <Select
        aria-label={t("{name}: hour", { name })}
        data={HOURS}
        value={String(time.hour)}
        onChange={(value) => value && onChange({ ...time, hour: Number(value) })}
        allowDeselect={false}
      />
    </fieldset>
  );
}
