"""Which kinds of problems are there, what is the remedy of each, and how bad is it?

Every code has a file in tests/uploads/bad/ and a paragraph in guide/problems.md.
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What became of the value: `error` was not stored, `warning` was stored and is worth a look, `info` is told."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class ProblemSpec:
    """One entry of the catalogue: how a kind of problem is named, what to do about it, and how bad it is."""

    code: str
    title: str
    remedy: str
    severity: Severity


def _catalogue(*specs: tuple[str, str, Severity, str]) -> dict[str, ProblemSpec]:
    """Return the entries by their code."""
    return {code: ProblemSpec(code, title, remedy, severity) for code, title, severity, remedy in specs}


CATALOGUE: dict[str, ProblemSpec] = _catalogue(
    ("missing_score", "A score is missing", Severity.WARNING,
     "The score stays missing and is not 0; type it in and import the file again if you know it."),
    ("no_scores", "A rep without any score", Severity.INFO,
     "The rep is kept with the score missing, never 0; nothing to do if the rep has no score yet."),
    ("out_of_range", "A number outside its range", Severity.ERROR,
     "The value was not stored: a pillar goes from 0 to 25, the total, ranks and chances from 0 to 100, counts from 0 "
     "up."),
    ("unreadable_number", "A cell that is no number", Severity.ERROR,
     "The value was not stored; write a plain number into the cell, or leave it blank if it is not known."),
    ("decimal_comma", "A number with the other decimal sign", Severity.WARNING,
     "It was read with the decimal sign it must have; check the cell, and write it as the rest of the column is."),
    ("unclear_number", "Thousands or decimals cannot be told", Severity.WARNING,
     "Nothing in the column says whether 1,204 is about a thousand or about one; check it, and write 1204 or 1.20."),
    ("unclear_share", "A share written unlike its column", Severity.WARNING,
     "It was read as percent like the rest of its column; write 90 % if 0.9 means that."),
    ("unknown_amount", "An amount of -1", Severity.INFO,
     "CRM exports write -1 for unknown: the amount stays missing; write the amount if you know it."),
    ("unclear_currency", "An amount whose currency is not clear", Severity.WARNING,
     "The amount was stored without a currency and is added to no other; write the ISO code beside it: EUR 1200."),
    ("unit_of_file", "A unit for all amounts", Severity.INFO,
     "Amounts without a unit of their own were read as these words say; remove them from the file if that is wrong."),
    ("one_currency", "One currency for all amounts", Severity.INFO,
     "Amounts without a currency of their own were taken to be in the only one that the file names; say another one if "
     "that is wrong."),
    ("unreadable_date", "A cell that is no date", Severity.ERROR,
     "The row was not stored; write the day as 2026-11-16."),
    ("far_ahead", "A day far ahead", Severity.ERROR,
     "The row was not stored, since its day is after the file's own, as no reading can be; correct the day."),
    ("no_date", "A row without a date", Severity.ERROR,
     "The row was not stored; write its day into the date column."),
    ("other_date_style", "A date written in another way than the column", Severity.WARNING,
     "Only one day can be meant and it was taken; check it, and write it as the rest of the column is."),
    ("same_as_above", "Blank cells that mean the one above", Severity.INFO,
     "They were filled, since names or days stand only in the first row of their group; write them into every row if "
     "that is wrong."),
    ("no_date_column", "A file without a date column", Severity.INFO,
     "The day was taken from where it is named here; add a date column or say the day if that is wrong."),
    ("activity_period", "Counts of more than a week", Severity.INFO,
     "The counts are kept whole in the week in which the period ends, never spread over its weeks; export week by week "
     "if you want to compare weeks."),
    ("activity_days", "Counts of several days of a week", Severity.INFO,
     "They were added up for the week, since no two of them are about the same day; leave all but the last out if each "
     "of them counts from the week's beginning."),
    ("activity_overlap", "Counts of one week whose days overlap", Severity.WARNING,
     "The latest was stored and nothing added up, since days would count twice or nothing says from which day each "
     "runs; export periods that follow one another, with their first and last day."),
    ("week_without_year", "Weeks without a year", Severity.INFO,
     "They were taken to be the last ones before the file's own day; write the year into the headings, or say the day "
     "the file speaks of, if that is wrong."),
    ("column_without_week", "A column beside those of the weeks", Severity.INFO,
     "It was not read, since no week stands above it; changes, averages and totals are computed from the weeks."),
    ("no_rep", "A row without a rep", Severity.ERROR,
     "The row was not stored; write the rep's name or e-mail into it."),
    ("bad_email", "An e-mail that is none", Severity.WARNING,
     "The text was not kept as an e-mail; correct it, since it is the surest sign who is meant."),
    ("unknown_component", "A pillar with an unknown name", Severity.ERROR,
     "The row was not stored; use one of LinkedIn's four pillar names, or SSI for the total."),
    ("unknown_word", "A word that is none of the choices", Severity.WARNING,
     "The word was not stored; use navigator or free for the licence, and active, on leave, left or not onboarded "
     "for the status, and admin export, self reported or typed for the source."),
    ("duplicate_row", "The same reading twice", Severity.INFO,
     "It was counted once; delete one of the rows when you tidy the file."),
    ("conflicting_values", "Two values for the same rep, day and column", Severity.WARNING,
     "The value that stands first is kept unless you choose another one; correct the file too, so that it is not "
     "chosen again."),
    ("total_mismatch", "The total does not fit the four pillars", Severity.WARNING,
     "Both were stored and the sum of the pillars counts; more than 1 point apart is more than rounding, check them."),
    ("big_jump", "A leap of more than 10 points in a week", Severity.WARNING,
     "It was stored; scores seldom move so far in a week, so hold it against the rep's own page before you praise it."),
    ("same_as_last_week", "Last week's numbers again", Severity.WARNING,
     "They were stored; four pillars seldom stay the same to the decimals, so see whether last week was copied."),
    ("unchanged_week", "Many reps with last week's whole numbers", Severity.INFO,
     "They were stored; rounded scores may stay the same, but see whether the week was copied, and give decimals."),
    ("rank_against_score", "A better rank beside a lower score", Severity.WARNING,
     "Both were stored; a lower top percent is a better rank and seldom goes with a falling score: check both."),
    ("old_reading", "A reading older than its week", Severity.WARNING,
     "It was stored for the day it names; ask for this week's reading if it is to stand beside the others."),
    ("against_admin_export", "A score that contradicts the admin export", Severity.WARNING,
     "Of the same day the export's value is kept, and on the desk the newer import counts; ask the rep for the page."),
    ("deal_without_owner", "Deals of no rep", Severity.WARNING,
     "They count for nobody; give them an owner in the CRM and export the list again."),
    ("negative_amount", "A deal with a negative amount", Severity.WARNING,
     "It was added up as it stands; correct it in the CRM if it is no credit."),
    ("no_close_date", "A deal without a day it closes on", Severity.WARNING,
     "An open one is never overdue, a closed one is in no period; write the day as 2026-11-16."),
    ("quota_period", "A quota of another length than the period", Severity.WARNING,
     "Won deals are those of the period: give its quota, or those of all its months. A part of it is not stored, a "
     "longer one is stored as it stands."),
    ("no_probability", "An open deal without a probability", Severity.WARNING,
     "The owner's weighted pipeline stays missing, since part of it is not known; fill it in and export again."),
    ("duplicate_header", "Two columns for the same thing", Severity.WARNING,
     "Only the one named here was read; rename or remove the other, or correct the mapping."),
    ("side_table", "Another table beside this one", Severity.WARNING,
     "Its columns were not read, since its rows are not those of the reps; move them next to the others, without an "
     "empty column between, if they are."),
    ("formula_without_result", "Formulas without results", Severity.WARNING,
     "The column was read as blank, since the file holds no results; open it in your spreadsheet program and save it "
     "again."),
    ("shared_email", "One e-mail for several names", Severity.WARNING,
     "The rows were told apart by name; write each rep's own e-mail, or none."),
    ("shifted_row", "A row with more cells than the header", Severity.ERROR,
     "The row was not stored, since its values may stand under the wrong headers; put text or decimals that hold "
     "the separator into quotes."),
    ("short_row", "A row with fewer cells than the header", Severity.WARNING,
     "What is missing at its end was read as blank; check that nothing is missing in its middle."),
    ("unclosed_quote", "A quote that is never closed", Severity.WARNING,
     "The quote was read as an ordinary character; check the row, and remove the quote or close it."),
    ("odd_characters", "Characters that could not be read", Severity.WARNING,
     "They stand as \N{REPLACEMENT CHARACTER} now; save the file as UTF-8 and import it again."),
    ("mixed_encoding", "Letters in another encoding", Severity.INFO,
     "Letters that are no UTF-8 were read as Windows writes them; look at the names, and save the file as UTF-8 if "
     "one is wrong."),
    ("empty_file", "An empty file", Severity.ERROR,
     "Save the file again with its content, or choose another one."),
    ("no_rows", "A header and no rows", Severity.ERROR,
     "Put at least one row with a rep and a score below the header."),
    ("no_usable_rows", "No row could be used", Severity.ERROR,
     "Correct what the problems of the file say and import it again."),
    ("unrecognised_columns", "Columns of something else", Severity.ERROR,
     "The table needs a name or an e-mail, and the four pillars, the total or pipeline numbers; say which column is "
     "which if they are there."),
    ("deal_list", "A list of deals", Severity.ERROR,
     "Add each deal's owner by name, stage and amount to the report and export it again, or give one row per rep."),
    ("no_name_column", "Several people and no name", Severity.ERROR,
     "Add a column with the rep's name or e-mail."),
    ("no_week", "A file that names no day", Severity.ERROR,
     "Add a date column, or say the day the file speaks of."),
    ("unsupported_format", "A format that cannot be read", Severity.ERROR,
     "Save the table as CSV or XLSX and import that."),
    ("damaged_file", "A damaged file", Severity.ERROR,
     "Download or save the file again; only part of it arrived, or it was changed."),
    ("password_protected", "A protected file", Severity.ERROR,
     "Open it in your spreadsheet program, remove the password, and save it again."),
    ("too_large", "A file that is too large", Severity.ERROR,
     "Save only the table itself in a new file, or split it by quarter."),
)  # fmt: skip
"""Every kind of problem by its code; the last twelve refuse a whole file."""
