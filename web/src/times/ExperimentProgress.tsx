import { Alert, Button, Group, Progress, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Experiment, type ExperimentArm, experimentsQuery, stopExperiment } from "../api/times";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import { Dialog } from "../ui/Dialog";
import { formatInstant } from "../ui/format";
import { METRIC_NAMES, timeName } from "./words";

const FULL = 100;

export function ExperimentProgress({ business, experiment }: { business: number; experiment: Experiment }) {
  const { state } = experiment;
  const [asking, setAsking] = useState(false);
  return (
    <div data-testid="experiment-progress">
      {state.next && (
        <Alert color="blue" title={`The next post goes out on ${timeName(state.next.time)}`} mb="sm">
          That hour begins next at {formatInstant(state.next.at, experiment.time_zone)} (
          {experiment.time_zone}).
        </Alert>
      )}
      <div className="tm-fields tm-fields-wide">
        <Arm arm={state.first} />
        <Arm arm={state.second} />
      </div>
      <Group gap={4} wrap="nowrap" align="flex-start" mt="sm">
        <Text>{state.text}</Text>
        <EvidenceInfo
          evidence={state.evidence}
          about={`${timeName(state.second.time)} against ${timeName(state.first.time)}`}
          unit="change"
          timeZone={experiment.time_zone}
        />
      </Group>
      <p className="tm-note">
        Judged by {METRIC_NAMES[experiment.metric].toLowerCase()}. {state.as_drawn} of{" "}
        {state.first.posts + state.second.posts} posts went out at the time that was drawn.
      </p>
      <Group mt="sm">
        <Button variant="default" onClick={() => setAsking(true)}>
          {state.stage === "complete" ? "Close the test" : "Stop the test"}
        </Button>
      </Group>
      {asking && <StopDialog business={business} experiment={experiment} onClose={() => setAsking(false)} />}
    </div>
  );
}

function Arm({ arm }: { arm: ExperimentArm }) {
  const words = `${arm.posts} of ${arm.needed} posts`;
  return (
    <div>
      <Text fw={600} size="sm">
        {timeName(arm.time)}
      </Text>
      <Progress
        value={Math.min(FULL, (FULL * arm.posts) / arm.needed)}
        aria-label={`${timeName(arm.time)}: ${words}`}
        my={4}
      />
      <Text size="sm">{words}</Text>
    </div>
  );
}

interface StopProps {
  business: number;
  experiment: Experiment;
  onClose: () => void;
}

function StopDialog({ business, experiment, onClose }: StopProps) {
  const client = useQueryClient();
  const complete = experiment.state.stage === "complete";
  const stop = useMutation({
    mutationFn: () => stopExperiment(business, experiment.experiment_id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: experimentsQuery(business).queryKey });
      onClose();
    },
  });
  return (
    <Dialog title={complete ? "Close the test?" : "Stop the test?"} onClose={onClose}>
      <Text mb="sm">
        {complete
          ? "What came out stays in the list of earlier tests."
          : "A test that is stopped before each time has its posts tells no difference, and cannot be resumed."}
      </Text>
      {stop.isError && (
        <Alert color="red.9" role="alert" title="Not stopped" mb="sm">
          {stop.error.message}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Go on with it
        </Button>
        <Button color={complete ? undefined : "red"} loading={stop.isPending} onClick={() => stop.mutate()}>
          {complete ? "Close it" : "Stop it"}
        </Button>
      </Group>
    </Dialog>
  );
}
