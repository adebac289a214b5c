package io.tidemark.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DictionaryTest {
    /// The overview of the platforms' own documentation, written down apart from the dictionary.
    /// P of every post, t of every post of some content types, p of posts under a condition;
    /// A of every day of an account, a of days under a condition; S of an account as of now; - not provided.
    private static final String MATRIX = """
            metric               linkedin x  facebook instagram threads youtube tiktok pinterest bluesky mastodon
            impressions          PA       Pa PA       PA        P       pa      -      PA        -       -
            impressions_organic  a        -  p        -         -       -       -      -         -       -
            impressions_paid     a        pa p        -         -       -       -      -         -       -
            reach                Pa       -  PA       PA        -       -       pa     -         -       -
            video_views          p        pa p        -         -       PA      Pa     p         -       -
            video_views_3s       -        -  tA       -         -       -       -      -         -       -
            engaged_views        -        -  -        -         -       pa      -      -         -       -
            watch_time_seconds   p        pa pA       t         -       pA      p      p         -       -
            likes                -        Pa -        tA        PA      PA      Pa     -         P       P
            reactions            PA       -  PA       -         -       -       -      P         -       -
            comments             PA       Pa P        PA        PA      PA      Pa     P         P       P
            shares               PA       pa P        PA        P       pA      Pa     -         -       -
            reposts              -        Pa -        pA        PA      -       -      -         P       P
            quotes               -        p  -        -         PA      -       -      -         P       p
            saves                p        pa -        tA        -       -       p      PA        P       -
            clicks               pa       -  P        A         -       -       -      PA        -       -
            link_clicks          p        pa pa       ta        A       -       pa     PA        -       -
            profile_visits       pa       pa A        ta        A       -       pa     p         -       -
            follows              pA       pa pA       pa        -       pA      pa     p         -       -
            native_engagements   pa       pa A        pA        -       -       -      A         -       -
            followers            S        S  S        S         S       S       S      S         S       S
            """;

    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Pattern SUM = Pattern.compile(" \\+ ");

    @ParameterizedTest
    @EnumSource
    void everyPlatformProvidesWhatTheOverviewSays(Platform platform) {
        List<String[]> rows = MATRIX.lines().map(BLANKS::split).toList();
        int column = Arrays.asList(rows.getFirst()).indexOf(platform.key());
        Map<String, Set<Character>> wanted =
                rows.stream().skip(1).collect(Collectors.toMap(row -> row[0], row -> marks(row[column])));
        Map<String, Set<Character>> actual =
                Stream.of(Metric.values()).collect(Collectors.toMap(Metric::key, metric -> marks(platform, metric)));
        assertThat(actual).isEqualTo(wanted);
    }

    @ParameterizedTest
    @EnumSource
    void noNativeFieldShowsAsTwoNumbers(Platform platform) {
        for (Subject subject : Subject.values()) {
            Map<String, Set<Metric>> feeds = Dictionary.provisions(platform, subject).stream()
                    .flatMap(provision -> provision.nativeFields().stream()
                            .flatMap(SUM::splitAsStream)
                            .map(field -> Map.entry(field, provision.metric())))
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
            assertThat(feeds).allSatisfy((field, metrics) -> assertThat(metrics).hasSize(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void postsHaveEitherLikesOrReactions(Platform platform) {
        boolean likes = Dictionary.find(platform, Subject.POST, Metric.LIKES).isPresent();
        boolean reactions =
                Dictionary.find(platform, Subject.POST, Metric.REACTIONS).isPresent();
        assertThat(likes).isNotEqualTo(reactions);
    }

    @Test
    void likesOfLinkedInFeedItsReactions() {
        assertThat(Subject.values())
                .allSatisfy(subject -> assertThat(Dictionary.find(Platform.LINKEDIN, subject, Metric.LIKES))
                        .isEmpty());
        assertThat(Dictionary.find(Platform.LINKEDIN, Subject.POST, Metric.REACTIONS)
                        .orElseThrow()
                        .nativeFields())
                .contains("likeCount", "Likes");
    }

    @ParameterizedTest
    @EnumSource
    void anAccountHasItsFollowersAndNothingElse(Platform platform) {
        Provision only = Dictionary.provisions(platform, Subject.ACCOUNT).getFirst();
        assertThat(Dictionary.provisions(platform, Subject.ACCOUNT)).hasSize(1);
        assertThat(only.metric()).isEqualTo(Metric.FOLLOWERS);
        assertThat(only.delivery()).isEqualTo(Delivery.SNAPSHOT);
        assertThat(only.conditional()).isFalse();
        assertThat(Dictionary.provisions(platform, Subject.ACCOUNT_DAY))
                .noneSatisfy(provision -> assertThat(provision.metric().kind()).isEqualTo(Kind.GAUGE));
    }

    @Test
    void whatIsConditionalIsProvidedButNotExpected() {
        assertThat(Dictionary.provides(Platform.X, Subject.POST, ContentType.TEXT, Metric.QUOTES))
                .isTrue();
        assertThat(Dictionary.expects(Platform.X, Subject.POST, ContentType.TEXT, Metric.QUOTES))
                .isFalse();
    }

    @Test
    void whatOnlySomeTypesHaveIsExpectedOfThemAlone() {
        assertThat(Dictionary.expects(Platform.INSTAGRAM, Subject.POST, ContentType.REEL, Metric.WATCH_TIME_SECONDS))
                .isTrue();
        assertThat(Dictionary.expects(Platform.INSTAGRAM, Subject.POST, ContentType.IMAGE, Metric.WATCH_TIME_SECONDS))
                .isFalse();
        assertThat(Dictionary.provides(Platform.INSTAGRAM, Subject.POST, ContentType.IMAGE, Metric.WATCH_TIME_SECONDS))
                .isFalse();
    }

    @Test
    void anItemOfUnknownTypeMayReportWhatSomeTypesHaveButNeedNot() {
        assertThat(Dictionary.provides(
                        Platform.INSTAGRAM, Subject.POST, ContentType.UNKNOWN, Metric.WATCH_TIME_SECONDS))
                .isTrue();
        assertThat(Dictionary.expects(Platform.INSTAGRAM, Subject.POST, ContentType.UNKNOWN, Metric.WATCH_TIME_SECONDS))
                .isFalse();
    }

    @Test
    void aStoryHasItsLikesUnderAnotherConditionThanAPost() {
        assertThat(Dictionary.expects(Platform.INSTAGRAM, Subject.POST, ContentType.IMAGE, Metric.LIKES))
                .isTrue();
        assertThat(Dictionary.expects(Platform.INSTAGRAM, Subject.POST, ContentType.STORY, Metric.LIKES))
                .isFalse();
        assertThat(Dictionary.provides(Platform.INSTAGRAM, Subject.POST, ContentType.STORY, Metric.LIKES))
                .isTrue();
        assertThat(Dictionary.find(Platform.INSTAGRAM, Subject.POST, Metric.LIKES)
                        .orElseThrow()
                        .conditional())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void valuesAreDeliveredAsTheirSubjectSays(Subject subject) {
        Delivery delivery = switch (subject) {
            case POST -> Delivery.CUMULATIVE;
            case ACCOUNT_DAY -> Delivery.DAILY;
            case ACCOUNT -> Delivery.SNAPSHOT;
        };
        assertThat(Platform.values())
                .allSatisfy(platform -> assertThat(Dictionary.provisions(platform, subject))
                        .allSatisfy(provision -> {
                            assertThat(provision.delivery()).isEqualTo(delivery);
                            assertThat(provision.platform()).isEqualTo(platform);
                            assertThat(provision.subject()).isEqualTo(subject);
                        }));
    }

    private static Set<Character> marks(String cell) {
        return cell.chars().mapToObj(c -> (char) c).filter(c -> c != '-').collect(Collectors.toSet());
    }

    private static Set<Character> marks(Platform platform, Metric metric) {
        StringBuilder marks = new StringBuilder();
        Set<ContentType> types = typesOf(platform);
        if (Dictionary.find(platform, Subject.POST, metric).isPresent()) {
            long expected = types.stream()
                    .filter(type -> Dictionary.expects(platform, Subject.POST, type, metric))
                    .count();
            marks.append(expected == types.size() ? 'P' : expected == 0 ? 'p' : 't');
        }
        Dictionary.find(platform, Subject.ACCOUNT_DAY, metric)
                .ifPresent(p -> marks.append(p.conditional() ? 'a' : 'A'));
        Dictionary.find(platform, Subject.ACCOUNT, metric).ifPresent(p -> marks.append(p.conditional() ? 's' : 'S'));
        return marks(marks.toString());
    }

    private static Set<ContentType> typesOf(Platform platform) {
        return platform == Platform.YOUTUBE
                ? EnumSet.of(ContentType.VIDEO, ContentType.SHORT, ContentType.LIVE, ContentType.UNKNOWN)
                : EnumSet.allOf(ContentType.class);
    }
}
