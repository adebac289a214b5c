import { Alert, Button, Group, Progress, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Experiment, type ExperimentArm, experimentsQuery, stopExperiment } from "../api/times";
import { WORKS_METRICS } from "../api/works";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import { spoken } from "../text/said";
import { inSentence, t, tell } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { ErrorText } from "../ui/ErrorText";
import { formatInstant } from "../ui/format";
import { timeName } from "./words";

const FULL = 100;

export function ExperimentProgress({ business, experiment }: { business: number; experiment: Experiment }) {
  const { state } = experiment;
  const [asking, setAsking] = useState(false);
  return (
    <div data-testid="experiment-progress">
      {state.next && (
        <Alert
          color="blue"
          title={t("The next post goes out on {time}", { time: timeName(state.next.time) })}
          mb="sm"
        >
          {t("That hour begins next at {time} ({zone}).", {
            time: formatInstant(state.next.at, experiment.time_zone),
            zone: experiment.time_zone,
          })}
        </Alert>
      )}
      <div className="tm-fields tm-fields-wide">
        <Arm arm={state.first} />
        <Arm arm={state.second} />
      </div>
      <Group gap={4} wrap="nowrap" align="flex-start" mt="sm">
        <Text>{spoken(state.text, state.text_said)}</Text>
        <EvidenceInfo
          evidence={state.evidence}
          about={t("{time} against {other}", {
            time: timeName(state.second.time),
            other: timeName(state.first.time),
          })}
          unit="change"
          timeZone={experiment.time_zone}
        />
      </Group>
      <p className="tm-note">
        {t("Judged by {metric}. {asDrawn} of {posts} posts went out at the time that was drawn.", {
          metric: inSentence(tell(WORKS_METRICS[experiment.metric])),
          asDrawn: state.as_drawn,
          posts: state.first.posts + state.second.posts,
        })}
      </p>
      <Group mt="sm">
        <Button variant="default" onClick={() => setAsking(true)}>
          {state.stage === "complete" ? t("Close the test") : t("Stop the test")}
        </Button>
      </Group>
      {asking && <StopDialog business={business} experiment={experiment} onClose={() => setAsking(false)} />}
    </div>
  );
}

function Arm({ arm }: { arm: ExperimentArm }) {
  const words = t("{posts} of {needed} posts", { posts: arm.posts, needed: arm.needed });
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
    <Dialog title={complete ? t("Close the test?") : t("Stop the test?")} onClose={onClose}>
      <Text mb="sm">
        {complete
          ? t("What came out stays in the list of earlier tests.")
          : t(
              "A test that is stopped before each time has its posts tells no difference, and cannot be resumed.",
            )}
      </Text>
      {stop.isError && (
        <Alert color="red.9" role="alert" title={t("Not stopped")} mb="sm">
          <ErrorText error={stop.error} />
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("Go on with it")}
        </Button>
        <Button color={complete ? undefined : "red"} loading={stop.isPending} onClick={() => stop.mutate()}>
          {complete ? t("Close it") : t("Stop it")}
        </Button>
      </Group>
    </Dialog>
  );
}
