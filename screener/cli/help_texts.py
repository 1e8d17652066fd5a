"""What `--help` says: of the program, and of each command.

All of it is there in every language.
"""

from screener.language import N_

ABOUT = N_(
    """\
Answer questions about substance use, mental health and home life. See which
level of care your answers point to, and why. Keep a summary to take along, if
you want one. Nothing leaves this computer.

It is a starting point to discuss, not a diagnosis.
In danger now? Call or text 988, or call 911.
"""
)

EXAMPLES = N_(
    """\
examples:
  screener                           start the questions
  screener --region us-ct            with the help lines of Connecticut
  screener --add phq-9 --add gad-7   with two published instruments
  screener --questionnaire phq-9     one of them alone
  screener serve                     in browsers, such as on tablets
  screener items                     list the questions and their options
  screener score answers.toml        see where a file of answers leads
  screener score --jsonl - < people.jsonl
                                     place many people, one JSON object a line
  screener questionnaire --format review > sheet.md
                                     all of it, for a clinician to read and sign
  screener show summary.toml         read a saved summary
  screener show summary.toml --pdf page.pdf
                                     typeset it, to print and hand over
  screener export summary.toml --format fhir
                                     a saved summary for other programs
  screener check                     prove what the questionnaire promises
  screener diff OLD NEW              see whom a new version places differently
  screener agreement cases.jsonl     compare with what experts expect

exit codes:
  0  all went well
  1  something to mend; standard error says what
  2  the command line was not understood
"""
)

ITEMS = N_("List the questions in asking order, with their options.")

SCORE = N_(
    """\
Place answers on every ladder, without a screen.

A file is TOML with a table [answers]:

  [answers]
  link-id = "code"
  another = ["code", "code"]
  a-number = 12

A line of JSONL is one object of the same shape, null where the answer is
unknown; the reply is one JSON object a line, as soon as the line is there.
For very many lines, `--jobs 2` places them in two processes at once. `screener
items` lists the link ids and codes.
"""
)

CHECK = N_(
    """\
Prove what a questionnaire promises, over its whole answer space, and read all
of its words. Where something does not hold, print a person for whom it fails,
and how to mend it. docs/proofs.md says what is proved, and why.
"""
)

DIFF = N_(
    """\
Compare two versions of a questionnaire. Print, for each ladder, everyone whose
placement changes, by the mildest answers for which it does, and which rules are
behind it; then all else that differs. That no one's placement changes is
proved, not tried: for a handful of answer sets decides it for all.

People are the same by link_id and code. An answer that only one version knows
counts as the mildest in the other. Where options were added, removed or put in
another order, every one of them is tried. Rungs are the same by id.

Exit code 0 whether or not anything differs; 1 if a version cannot be read.
"""
)

QUESTIONNAIRE = N_(
    """\
Write all that a questionnaire says as one document, to standard output.

  review  a Markdown sheet for a clinician to read and sign: every question,
          rule and worked case in sentences, with its sources
  fhir    a FHIR R4 Questionnaire in JSON, from which another program can ask,
          rate and place anyone
"""
)

TRANSLATION = N_(
    """\
Print the translation of a questionnaire, or of a region's help lines: the words that
are there, and an empty place for each one that is not. Fill them in, and save it as
CODE.toml beside the questionnaire, or as CODE/REGION.toml beside the help lines.

With --supporter, print the words for someone who answers for an adult they support:
without CODE, those that differ from the questionnaire's own, to be saved as
supporter.toml; with CODE, their translation, to be saved as supporter.CODE.toml.
"""
)

QUESTIONNAIRES = N_(
    """\
List the questionnaires that are installed: the one about the level of care, and
published instruments, with who made them and under which terms they may be used.
"""
)

EXPORT = N_(
    """\
Write a saved summary for other programs, to standard output.

  fhir    a FHIR R4 Bundle in JSON: the questionnaire, the answers, where they
          point, and who said so

It holds what the file holds, and nothing that was left out of it. The file names
the questions it was made with, added instruments among them. Where they are not
here, --questions, --questionnaire or --add name their folders.
"""
)

SHOW = N_(
    """\
Read a summary that was saved as TOML, and print it as plain text; or make a PDF
of it, to print and hand over. Nothing is written over.
"""
)

HISTORY = N_(
    """\
Show a folder of saved summaries as a table. Open one, compare two, and see
ladders and dimensions over time.
"""
)

COMPARE = N_(
    """\
Print what changed between two saved summaries: what is answered differently,
question by question, and then where the answers point.
"""
)

RESCORE = N_(
    """\
Place saved answers again, with the questions and rules of today or of another
version. Print where they pointed then, and where they point now. Instruments
that were added to a visit are placed with it.
"""
)


CASELOAD = N_(
    """\
Look at a folder of summaries as a caseload: clients by code, their visits, what
changed. Start a visit, go on with one, or hold a follow-up, where the earlier
answers are shown and never assumed. The folder is all there is: no database.
"""
)

POPULATION = N_(
    """\
Place the answers of many people in several processes, and print counts: where they
stand, or with --new whom a new version places differently. A FILE has one person a
line (.jsonl, as for `score --jsonl`) or a row (.parquet, a column a question).
Counts that are too small to hide anybody are not told.
"""
)

AGREEMENT = N_(
    """\
Place cases, and compare with what an expert expects: how many are in range, too
high, too low or open, ladder by ladder, with weighted kappa, the table of both,
and each case that differs with the rules behind it. A case is a line:

  {"id": "A1", "answers": {"link-id": "code"},
   "expected": {"ladder": "rung", "another": ["mildest", "gravest"]}}

or a TOML file in a folder, with tables [answers] and [expected]. "group" and
"grade" are short texts to count by. In a caseload, each client's last visit
with a counselor is compared with the counselor's view, and with the level that
was agreed; small counts are not told. docs/agreement.md says how to try it.
"""
)

NO_SCHEDULER = N_(
    "the work is done here alone, and nothing listens. --workers says how much is "
    "done at once"
)

FORGET = N_(
    """\
Overwrite and remove the answers that were saved as visits went and not finished.
Summaries that were saved at the end of a visit stay where they are.
"""
)

SERVE = N_(
    """\
Hold visits in browsers, such as on the tablets of a clinic: the questions at a local
address, each visit in a process of its own that ends with its tab. Nothing is saved
unless the settings say so; they are those of a kiosk. docs/browser.md sets one up.
"""
)

KIOSK_PIN = N_(
    """\
Ask for a PIN of at least 6 digits, twice, and print the line that lets staff leave a
kiosk with it. The line goes into the kiosk's settings. Whoever can open that file can
guess at the PIN: let only its owner do so (chmod 400).
"""
)

KIOSK_CONFIG = N_(
    """\
Print an example of a kiosk's settings, with every setting explained.
"""
)
