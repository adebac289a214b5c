import { Text } from "@mantine/core";
import type { BestTimes } from "../api/times";
import { countOf, formatSpan } from "../ui/format";
import { Panel } from "../ui/Panel";
import { EvidenceFacts } from "./EvidenceFacts";
import { leftOutInWords, paceInWords, verdictTitle } from "./words";

/** The verdict in words, before any colour. */
export function VerdictPanel({ answer }: { answer: BestTimes }) {
  const { conclusion } = answer;
  const left = leftOutInWords(answer.left_out);
  return (
    <Panel title={verdictTitle(conclusion)}>
      <Text size="lg" data-testid="verdict" mb="sm">
        {conclusion.text}
      </Text>
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
      <EvidenceFacts
        evidence={conclusion.evidence}
        zone={answer.time_zone}
        of="the best guess over your usual mix of times"
      />
    </Panel>
  );
}
