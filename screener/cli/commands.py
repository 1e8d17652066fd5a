"""From a command's name to what does it.

Each command brings its own imports, so that `--help` waits for none.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping

from screener.cli.asked import (
    asked_in_language,
    editions_of,
    parts_finder,
    what_is_asked,
)
from screener.language import _


def _start(parser: ArgumentParser, options: Namespace) -> int:
    _check_start(parser, options)
    from screener.cli import start
    from screener.cli.paths import check_folder

    if options.save_to and options.save_to.exists():
        check_folder(options.save_to)
    plain = options.plain or start.is_dumb()
    if not (plain or options.kiosk):
        start.prepare_for_screens()
    asked = (editions_of(options), options.lang)
    if options.kiosk:
        from screener.cli.kiosk import start_kiosk

        return start_kiosk(options.config)
    if options.counselor:
        about = (options.initials, options.client)
        return start.start_counselor(*asked, options.theme, options.save_to, *about)
    if plain:
        return start.start_plain(*asked, options.save_to, quick=options.quick)
    return start.start(
        *asked,
        options.theme,
        options.save_to,
        quick=options.quick,
        saves=options.save_as_i_go,
    )


def _goes_with(option: str, needed: str) -> str:
    return _("{option} goes with {needed}").format(option=option, needed=needed)


def _check_start(parser: ArgumentParser, options: Namespace) -> None:
    """Refuse options that do not go together."""
    given = options.__dict__
    for needed, needs in (
        ("kiosk", ("config",)),
        ("counselor", ("initials", "client")),
    ):
        for one in needs:
            if given[one] and not given[needed]:
                parser.error(_goes_with(f"--{one}", f"--{needed}"))
    for one, others in (
        ("plain", ("kiosk", "counselor", "save_as_i_go")),
        ("counselor", ("kiosk", "quick", "save_as_i_go")),
    ):
        for other in others:
            if given[one] and given[other]:
                parser.error(
                    _("{option} does not go with {other}").format(
                        option=f"--{one}", other=f"--{other.replace('_', '-')}"
                    )
                )
    _check_client(parser, options.client)


def _items(parser: ArgumentParser, options: Namespace) -> int:
    from screener.cli.items import list_items

    return list_items(asked_in_language(options), as_json=options.json)


def _score(parser: ArgumentParser, options: Namespace) -> int:
    if bool(options.files) == bool(options.jsonl):
        parser.error(_("score takes either files of answers, or --jsonl"))
    if options.jobs > 1 and not options.jsonl:
        parser.error(_goes_with("--jobs", "--jsonl"))
    if options.id and not options.jsonl:
        parser.error(_goes_with("--id", "--jsonl"))
    if options.jsonl:
        from screener.cli.score_lines import score_lines

        selection = what_is_asked(options)
        return score_lines(selection, options.jsonl, options.jobs, options.id)
    from screener.cli.score import score_files

    return score_files(asked_in_language(options), options.files, as_json=options.json)


def _check(parser: ArgumentParser, options: Namespace) -> int:
    from screener.cli.check import check_questionnaire

    if options.folder:
        options.questionnaire = options.folder
    return check_questionnaire(what_is_asked(options), as_json=options.json)


def _diff(parser: ArgumentParser, options: Namespace) -> int:
    from screener.cli.diff import diff

    return diff(options.old, options.new, as_json=options.json)


def _population(parser: ArgumentParser, options: Namespace) -> int:
    from screener.cli.population import place_population
    from screener.cli.selected import selected

    versions = [what_is_asked(options)]
    if options.new:
        versions.append(selected(options.new, options.add, options.questions))
    return place_population(
        versions,
        options.files,
        options.to,
        workers=options.workers,
        least=options.least,
        as_json=options.json,
    )


def _agreement(parser: ArgumentParser, options: Namespace) -> int:
    endings = (".png", ".svg")
    if options.plot and options.plot.suffix.lower() not in endings:
        parser.error(_("--plot takes a name that ends in .png or .svg"))
    from screener.cli.agreement import compare_with_others

    return compare_with_others(
        asked_in_language(options),
        options.cases,
        options.plot,
        options.least,
        as_json=options.json,
    )


def _questionnaire(parser: ArgumentParser, options: Namespace) -> int:
    if options.format == "fhir":
        from screener.cli.export import export_questionnaire

        return export_questionnaire(asked_in_language(options))
    from screener.cli.questionnaire import write_review_sheet

    return write_review_sheet(asked_in_language(options))


def _show(parser: ArgumentParser, options: Namespace) -> int:
    if options.paper and not options.pdf:
        parser.error(_goes_with("--paper", "--pdf"))
    from screener.cli.show import show
    from screener.summary import Paper

    paper = Paper.A4 if options.paper == "a4" else Paper.LETTER
    return show(options.file, options.pdf, paper, options.lang)


def _history(parser: ArgumentParser, options: Namespace) -> int:
    from screener.cli.start import look_back

    return look_back(editions_of(options), options.lang, options.folder, options.theme)


def _check_client(parser: ArgumentParser, code: str | None) -> None:
    if code is not None:
        from screener.caseload import is_client_code

        if not is_client_code(code):
            parser.error(_("--client takes letters, digits and hyphens; never a name"))


def _caseload(parser: ArgumentParser, options: Namespace) -> int:
    from screener.cli.start import start_caseload

    return start_caseload(
        editions_of(options),
        options.lang,
        options.folder,
        options.theme,
        options.initials,
    )


def _forget(parser: ArgumentParser, options: Namespace) -> int:
    from screener.cli.forget import forget

    return forget()


def _export(parser: ArgumentParser, options: Namespace) -> int:
    _check_client(parser, options.client)
    if options.excel and options.format != "csv":
        parser.error(_goes_with("--excel", "--format csv"))
    if options.client:
        from screener.cli.export_history import export_history

        return export_history(
            options.file,
            options.client,
            options.format,
            parts_finder(options),
            excel=options.excel,
        )
    if options.format != "fhir":
        parser.error(_goes_with("--format csv", "--client"))
    from screener.cli.export import export

    return export(options.file, parts_finder(options))


def _compare(parser: ArgumentParser, options: Namespace) -> int:
    from screener.cli.compare import compare_files

    return compare_files(
        options.before, options.after, as_json=options.json, language=options.lang
    )


def _rescore(parser: ArgumentParser, options: Namespace) -> int:
    from screener.cli.rescore import rescore_files

    return rescore_files(parts_finder(options), options.files, as_json=options.json)


def _questionnaires(parser: ArgumentParser, options: Namespace) -> int:
    from screener.cli.questionnaires import list_questionnaires

    return list_questionnaires(
        options.questions, as_json=options.json, language=options.lang
    )


def _translation(parser: ArgumentParser, options: Namespace) -> int:
    from screener.cli import translation

    if options.supporter and not options.help_lines:
        asked = what_is_asked(options)
        return translation.print_supporter_words(options.language, asked)
    if options.supporter:
        parser.error(_("Help lines have no words for a supporter."))
    if options.language is None:
        parser.error(_("Name a language, such as es."))
    if options.help_lines:
        return translation.print_help_translation(options.language, options.help_lines)
    return translation.print_translation(options.language, what_is_asked(options))


def _serve(parser: ArgumentParser, options: Namespace) -> int:
    from screener.cli.serve import start_serving

    return start_serving(
        options.config,
        host=options.host,
        port=options.port,
        visitors=options.visitors,
        address=options.address,
    )


def _kiosk_pin(parser: ArgumentParser, options: Namespace) -> int:
    from screener.cli.kiosk import make_pin

    return make_pin()


def _kiosk_config(parser: ArgumentParser, options: Namespace) -> int:
    from screener.cli.kiosk import print_example

    return print_example()


COMMANDS: Mapping[str | None, Callable[[ArgumentParser, Namespace], int]] = {
    None: _start,
    "items": _items,
    "score": _score,
    "check": _check,
    "diff": _diff,
    "population": _population,
    "agreement": _agreement,
    "questionnaire": _questionnaire,
    "questionnaires": _questionnaires,
    "show": _show,
    "translation": _translation,
    "history": _history,
    "caseload": _caseload,
    "forget": _forget,
    "export": _export,
    "compare": _compare,
    "rescore": _rescore,
    "serve": _serve,
    "kiosk-pin": _kiosk_pin,
    "kiosk-config": _kiosk_config,
}
"""By name; no name starts the questions."""
