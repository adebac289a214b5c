import { Group, List, Stack, Text } from "@mantine/core";
import { Link, useSearch } from "@tanstack/react-router";
import type { Evidence } from "../api/evidence";
import type { Anomaly, TrendAnalysis } from "../api/trendAnalysis";
import { POST } from "../auth/returnTo";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import type { Unit } from "../evidence/words";
import { type Said, spoken } from "../text/said";
import { inSentence, t } from "../text/text";
import { formatDate } from "../ui/format";
import { typeName } from "../ui/names";

/** What the chart shows of usual and unusual days, in words. The verdict of the week comes first. */
export default function Findings({ analysis }: { analysis: TrendAnalysis }) {
  const zone = analysis.period.time_zone;
  const points = analysis.change_points.points;
  return (
    <Stack gap="xs" data-testid="trend-findings">
      <Sentence
        about={t("The week")}
        text={analysis.week.text}
        said={analysis.week.text_said}
        unit="change"
        timeZone={zone}
        evidence={analysis.week.evidence}
        strong
      />
      <Sentence
        about={t("Usual course")}
        text={analysis.decomposition.text}
        said={analysis.decomposition.text_said}
        unit="change"
        timeZone={zone}
        evidence={analysis.decomposition.evidence}
      />
      <Sentence
        about={t("Unusual days")}
        text={analysis.anomalies.text}
        said={analysis.anomalies.text_said}
        unit="count"
        timeZone={zone}
        evidence={analysis.anomalies.evidence}
      />
      {analysis.anomalies.days.length > 0 && (
        <List size="sm" spacing={4} withPadding>
          {analysis.anomalies.days.map((day) => (
            <List.Item key={day.date}>
              <Sentence
                about={t("Unusual day {day}", { day: formatDate(day.date) })}
                text={day.text}
                said={day.text_said}
                unit="change"
                timeZone={zone}
                evidence={day.evidence}
              />
              <Earners anomaly={day} />
            </List.Item>
          ))}
        </List>
      )}
      <Sentence
        about={t("Level")}
        text={analysis.change_points.text}
        said={analysis.change_points.text_said}
        unit="count"
        timeZone={zone}
        evidence={analysis.change_points.evidence}
      />
      {points.length > 0 && (
        <List size="sm" spacing={4} withPadding>
          {points.map((point) => (
            <List.Item key={point.date}>
              <Sentence
                about={t("Change of level {day}", { day: formatDate(point.date) })}
                text={point.text}
                said={point.text_said}
                unit="change"
                timeZone={zone}
                evidence={point.evidence}
              />
            </List.Item>
          ))}
        </List>
      )}
      <Sentence
        about={t("Forecast")}
        text={analysis.forecast.text}
        said={analysis.forecast.text_said}
        unit="count"
        timeZone={zone}
        evidence={analysis.forecast.evidence}
      />
    </Stack>
  );
}

interface SentenceProps {
  about: string;
  text: string;
  said: Said | undefined;
  evidence: Evidence;
  unit: Unit;
  timeZone: string;
  strong?: boolean;
}

function Sentence({ about, text, said, evidence, unit, timeZone, strong = false }: SentenceProps) {
  return (
    <Group gap={4} wrap="nowrap" align="flex-start" justify="space-between">
      <Text size="sm" fw={strong ? 600 : 400}>
        {spoken(text, said)}
      </Text>
      <EvidenceInfo about={about} evidence={evidence} unit={unit} timeZone={timeZone} />
    </Group>
  );
}

function Earners({ anomaly }: { anomaly: Anomaly }) {
  const { business } = useSearch({ strict: false });
  if (anomaly.posts.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {t("Posts that brought most:")}{" "}
      {anomaly.posts.map((post, index) => (
        <span key={post.id}>
          {index > 0 && ", "}
          <Link to={POST} params={{ id: String(post.id) }} search={{ business }} className="tm-link">
            {t("{type} of {day}", {
              type: inSentence(typeName(post.content_type)),
              day: formatDate(post.published_at.slice(0, 10)),
            })}
          </Link>
        </span>
      ))}
    </Text>
  );
}
