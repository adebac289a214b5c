import { Group, Text } from "@mantine/core";
import type { BestTimes } from "../api/times";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import type { Take } from "../take/take";
import { spoken } from "../text/said";
import { plural, rich, t } from "../text/text";
import { formatSpan } from "../ui/format";
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
          {spoken(conclusion.text, conclusion.text_said)}
        </Text>
        <EvidenceInfo
          evidence={conclusion.evidence}
          about={t("The best guess over your usual mix of times")}
          unit="change"
          timeZone={answer.time_zone}
        />
      </Group>
      {conclusion.posts_to_settle !== null && (
        <p className="tm-settle" data-testid="settle">
          {rich(
            "<strong>{posts}</strong> at each of two times would settle whether one brings a fifth more than the other",
            {
              posts: plural(conclusion.posts_to_settle, "{n} post", "{n} posts"),
              strong: (inner) => <strong>{inner}</strong>,
            },
          )}
          {conclusion.test && `: ${paceInWords(conclusion.test)}`}.
        </p>
      )}
      {conclusion.siblings > 0 && (
        <Text size="sm" mb="sm">
          {plural(
            conclusion.siblings,
            "What {n} other account of the platform shows is taken into account.",
            "What {n} other accounts of the platform show is taken into account.",
          )}
        </Text>
      )}
      <p className="tm-note">
        {t("Posts of {period}.", { period: formatSpan({ from: answer.from, to: answer.to }) })} {left}
      </p>
    </Panel>
  );
}
