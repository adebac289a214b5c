package io.tidemark.collect.file.table;

import io.tidemark.words.Sentence;

/// Why a row is left out, as the end of a sentence.
public final class Reason {
    public static final Sentence NO_TIKTOK_DAY = Sentence.of(
            "row_no_tiktok_day",
            "not a day of the form \"April 12\" or YYYY/MM/DD; set TikTok's language to English and export again");
    public static final Sentence SURPLUS_CELLS =
            Sentence.of("row_surplus_cells", "the row has {cells} cells where the header names {columns} columns");
    public static final Sentence IMPOSSIBLE_YEAR =
            Sentence.of("row_impossible_year", "no post of any platform can be of this year");
    public static final Sentence NO_TIME_OF_DAY =
            Sentence.of("row_no_time_of_day", "not a time of day such as 14:30 or 2:30 PM");
    public static final Sentence NO_DATE = Sentence.of("row_no_date", "not a date of the form {form}");
    public static final Sentence BEFORE_TIKTOK =
            Sentence.of("row_before_tiktok", "the file would have been written in {year}, before there was TikTok");
    public static final Sentence NO_SUCH_DAY = Sentence.of("row_no_such_day", "{year} has no such day");
    public static final Sentence NO_SUBJECT = Sentence.of("row_no_subject", "the row does not say what it is about");
    public static final Sentence HOUR_MISSING = Sentence.of("row_hour_missing", "the hour is missing");
    public static final Sentence NO_HOUR = Sentence.of("row_no_hour", "a day has the hours 0 to 23");
    public static final Sentence NO_TIKTOK_LINK =
            Sentence.of("row_no_tiktok_link", "no link to a video or photo of TikTok");
    public static final Sentence OTHER_ACCOUNT =
            Sentence.of("row_other_account", "the post is of another account than the file, {account}");
    public static final Sentence EMPTY_CELL = Sentence.of("row_empty_cell", "the cell is empty");
    public static final Sentence NO_INSTANT =
            Sentence.of("row_no_instant", "not a time of the form 2026-01-31T12:00:00Z");
    public static final Sentence TIME_MISSING = Sentence.of("row_time_missing", "the time is missing");
    public static final Sentence NO_TRUTH = Sentence.of("row_no_truth", "neither true nor false");
    public static final Sentence NO_PLATFORM = Sentence.of("row_no_platform", "no platform that is known");
    public static final Sentence NO_EXTERNAL_ID =
            Sentence.of("row_no_external_id", "\"{written}\" is not of the form platform:kind:id");
    public static final Sentence POST_TABLE_MISSING = Sentence.of(
            "row_post_table_missing",
            "the table of posts, which says which post this is, is not in the file or lacks it");
    public static final Sentence NO_ZONE = Sentence.of("row_no_zone", "no time zone that is known");
    public static final Sentence VALUE_MISSING = Sentence.of("row_value_missing", "the value is missing");
    public static final Sentence NO_CONTENT_TYPE =
            Sentence.of("row_no_content_type", "no type of content that is known");
    public static final Sentence NO_BOOST = Sentence.of("row_no_boost", "neither yes nor no nor unknown");
    public static final Sentence POST_MISSING = Sentence.of("row_post_missing", "the post is missing");
    public static final Sentence POST_NOT_IN_TABLE =
            Sentence.of("row_post_not_in_table", "the table of posts does not hold this post");
    public static final Sentence NO_VIDEO_ID = Sentence.of("row_no_video_id", "not the id of a video");
    public static final Sentence ID_SHORTENED_NO_LINK = Sentence.of(
            "row_id_shortened_no_link",
            "a spreadsheet shortened the id and no link to the post stands beside it: download the file again");
    public static final Sentence NO_ID_NO_LINK =
            Sentence.of("row_no_id_no_link", "not the id of a post, and no link to the post stands beside it");
    public static final Sentence OTHER_ID_THAN_LINK =
            Sentence.of("row_other_id_than_link", "not the id of the post that the link leads to, {post}");
    public static final Sentence LINK_WITHOUT_OWNER = Sentence.of(
            "row_link_without_owner", "the file is of several accounts, and the link does not say whose the post is");
    public static final Sentence NOBODY_COUNTED =
            Sentence.of("row_nobody_counted", "the row does not say whom it counts");
    public static final Sentence NO_PAGE = Sentence.of("row_no_page", "the row does not name its page");
    public static final Sentence NO_DAY_TOLD =
            Sentence.of("row_no_day_told", "the row does not say of which day the number is");
    public static final Sentence NO_SHARE =
            Sentence.of("row_no_share", "a share lies between 0 and 1, or between 0% and 100%");
    public static final Sentence NAMES_NO_POST = Sentence.of("row_names_no_post", "the row names no post");
    public static final Sentence NO_LINKEDIN_ID =
            Sentence.of("row_no_linkedin_id", "no id of an activity, a share or a ugcPost stands in the link");
    public static final Sentence DAY_MISSING = Sentence.of("row_day_missing", "the day is missing");
    public static final Sentence LATER_THAN_FILE =
            Sentence.of("row_later_than_file", "the reading is later than the file, which is of {time}");
    public static final Sentence NO_WHOLE_COUNT = Sentence.of("row_no_whole_count", "a count must be a whole number");
    public static final Sentence PLATFORM_UNTOLD =
            Sentence.of("row_platform_untold", "the row does not name its platform");
    public static final Sentence ACCOUNT_UNTOLD =
            Sentence.of("row_account_untold", "the row does not name its account");
    public static final Sentence ID_ROUNDED = Sentence.of(
            "row_id_rounded", "a spreadsheet rounded the id: take the file as the tool wrote it, or a link");
    public static final Sentence ID_CELLS_BLANK =
            Sentence.of("row_id_cells_blank", "nothing identifies the post: all cells of its id are blank");
    public static final Sentence NOTHING_IDENTIFIES = Sentence.of(
            "row_nothing_identifies",
            "nothing identifies the post: the row has neither an id nor a link, nor a time and a text");
    public static final Sentence COUNTER_BELOW_ZERO = Sentence.of(
            "row_counter_below_zero",
            "a counter to date cannot be below 0: where the number stands for a missing one, list it under missing");
    public static final Sentence SERIES_WITHOUT_BEGIN =
            Sentence.of("row_series_without_begin", "the series begins with the publication, which is blank");
    public static final Sentence NO_PAGE_POST_ID =
            Sentence.of("row_no_page_post_id", "not an id of the form PAGE_POST: download the file again");
    public static final Sentence OTHER_VALUE_BEFORE = Sentence.of(
            "row_other_value_before",
            "the file states another value for this day before, so these may be the numbers of another platform: import the two tables as files of their own, each with its platform");
    public static final Sentence ID_SHORTENED = Sentence.of(
            "row_id_shortened",
            "a spreadsheet shortened the id, and the link does not hold it: download the file again");
    public static final Sentence COMMENT_WITHOUT_POST =
            Sentence.of("row_comment_without_post", "the row names no post: neither its id nor the comment holds one");
    public static final Sentence NO_POST_ID = Sentence.of("row_no_post_id", "not the id of a post (5 to 20 digits)");
    public static final Sentence NO_META_TIME =
            Sentence.of("row_no_meta_time", "not a time of the form MM/DD/YYYY HH:MM");
    public static final Sentence POST_NOT_IN_SHEET =
            Sentence.of("row_post_not_in_sheet", "the sheet of key metrics does not hold this post");
    public static final Sentence NO_ACCOUNT_IN_FILE =
            Sentence.of("row_no_account_in_file", "no row of the file names an account");
    public static final Sentence NO_ACCOUNT_OF_SEVERAL =
            Sentence.of("row_no_account_of_several", "the row names no account, and the file is of several");
    public static final Sentence NO_YOUTUBE_ID =
            Sentence.of("row_no_youtube_id", "not the id of a video (11 letters, digits, - or _)");
    public static final Sentence NO_POST_TOLD =
            Sentence.of("row_no_post_told", "neither an id nor an address says which post the row is about");
    public static final Sentence DATE_MISSING = Sentence.of("row_date_missing", "the date is missing");
    public static final Sentence NO_TOOL_TIME =
            Sentence.of("row_no_tool_time", "not a time of the form YYYY-MM-DD HH:MM");
    public static final Sentence POST_UNTOLD = Sentence.of("row_post_untold", "the row does not name its post");
    public static final Sentence PLATFORM_NOT_COLLECTED =
            Sentence.of("row_platform_not_collected", "not a platform that Tidemark collects from");
    public static final Sentence NUMBER_SHORTENED =
            Sentence.of("row_number_shortened", "a spreadsheet shortened the number: download the file again");
    public static final Sentence NO_NUMBER = Sentence.of("row_no_number", "not a number");
    public static final Sentence POINT_UNCLEAR = Sentence.of(
            "row_point_unclear",
            "could mean thousands or a decimal point: save the file with commas between the fields");
    public static final Sentence TOO_LARGE = Sentence.of("row_too_large", "too large to be true");
    public static final Sentence CELL_FAILED =
            Sentence.of("row_cell_failed", "the spreadsheet could not work the cell out: download the file again");
    public static final Sentence FORMULA = Sentence.of(
            "row_formula",
            "the formula comes without its value: open the file in a spreadsheet, save it and import it again");
    public static final Sentence TURNED_TO_DATE =
            Sentence.of("row_turned_to_date", "a spreadsheet turned the number into a date: download the file again");
    public static final Sentence NOT_ONE_PLATFORM =
            Sentence.of("row_not_one_platform", "not one platform of {platforms}");

    private Reason() {}
}
