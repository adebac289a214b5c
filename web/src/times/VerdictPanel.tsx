import { Group, Text } from "@mantine/core";
import type { BestTimes } from "../api/times";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import type { Take } from "../take/take";
import { countOf, formatSpan } from "../ui/format";
import { Panel } from "../ui/Panel";
import { leftOutInWords, paceInWords, verdictTitle } from "./words";

/** The verdict in words, before any colour. */
export function VerdictPanel({ answer, take }: { answer: BestTimes; take: Take }) {
  const { conclusion } = answer;
  const left = leftOutInWords(answer.left_out);
  return (
    <Panel title={verdictTitle(conclusion)} take={take}>
      <Group gap={4} wrap="nowrap" align="flex-start" justify="space-between" mb="sm">
        <Text size="lg" data-testid="verdict">
          {conclusion.text}
        </Text>
        <EvidenceInfo
          evidence={conclusion.evidence}
          about="The best guess over your usual mix of times"
          unit="change"
          timeZone={answer.time_zone}
        />
      </Group>
      {conclusion.posts_to_settle !== null && (
        <p className="tm-settle" data-testid="settle">
          <strong>{countOf(conclusion.posts_to_settle, "post")}</strong> at each of two times would settle
          whether one brings a fifth more than the other
          {conclusion.test && `: ${paceInWords(conclusion.test)}`}.
        </p>
      )}
      {conclusion.siblings > 0 && (
        <Text size="sm" mb="sm">
          What {conclusion.siblings} other accounts of the platform show is taken into account.
        </Text>
      )}
      <p className="tm-note">
        Posts of {formatSpan({ from: answer.from, to: answer.to })}. {left}
      </p>
    </Panel>
  );
}
