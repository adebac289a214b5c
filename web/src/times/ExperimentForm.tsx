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
import { countOf } from "../ui/format";
import { durationInWords, hourName, overlap, postsPerTime, weekdayName, weeksOfTest } from "./words";

interface Props {
  business: number;
  account: AccountName;
  metric: TimingMetric;
  proposal: TestProposal | null;
}

const ANY = "any";
const DAYS = [
  { value: ANY, label: "Any day" },
  ...[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(day) })),
];
const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: hourName(hour),
}));
const DIFFERENCES = [
  { value: "0.2", label: "a fifth more" },
  { value: "0.5", label: "half as much again" },
  { value: "1", label: "twice as much" },
];
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
    const posts = `It takes ${countOf(postsPerTime(start.noise, difference), "post")} at each time`;
    if (!proposal) return `${posts}.`;
    const weeks = weeksOfTest(proposal, first, second, difference);
    const advice =
      weeks > LONG_WEEKS ? " Any day instead of one weekday, or a larger difference, takes less." : "";
    return `${posts}, about ${durationInWords(weeks)} at your pace.${advice}`;
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
          Proposed: the best guess, and a time that is hardly used and could be better, or else the one you
          use most.
        </Text>
      )}
      <div className="tm-fields tm-fields-wide">
        <TimeFields name="First time" time={first} onChange={setFirst} />
        <TimeFields name="Second time" time={second} onChange={setSecond} />
        <Select
          label="Difference to be seen"
          description="The smaller it is, the more posts it takes."
          data={DIFFERENCES}
          value={String(difference)}
          onChange={(value) => value && setDifference(Number(value))}
          allowDeselect={false}
        />
      </div>
      <Text mt="sm" data-testid="experiment-needs">
        {clash ? "The two times overlap: choose another hour or another weekday." : needs()}
      </Text>
      {begin.isError && (
        <Alert color="red" role="alert" title="The test was not started" mt="sm">
          {begin.error.message}
        </Alert>
      )}
      <Group mt="sm">
        <Button type="submit" loading={begin.isPending} disabled={clash}>
          Start the test
        </Button>
      </Group>
    </form>
  );
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
        aria-label={`${name}: day`}
        data={DAYS}
        value={time.weekday === null ? ANY : String(time.weekday)}
        onChange={(value) => value && onChange({ ...time, weekday: value === ANY ? null : Number(value) })}
        allowDeselect={false}
      />
      <Select
        aria-label={`${name}: hour`}
        data={HOURS}
        value={String(time.hour)}
        onChange={(value) => value && onChange({ ...time, hour: Number(value) })}
        allowDeselect={false}
      />
    </fieldset>
  );
}
