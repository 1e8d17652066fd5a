"""What is said, in every face, to a person who types a cry for help."""

from screener.language import _
from screener.model import HelpKind, HelpLine, HelpLines, Reply
from screener.scoring import reply_to

_KINDS = {
    Reply.EMERGENCY: (HelpKind.EMERGENCY, HelpKind.CRISIS),
    Reply.CRISIS: (HelpKind.CRISIS, HelpKind.EMERGENCY),
    Reply.PRIVATE: (HelpKind.EMERGENCY, HelpKind.CRISIS),
}


def cry_words(reply: Reply) -> tuple[str, ...]:
    """Return what is said first, in the language that is spoken.

    Args:
        reply: How to answer.
    """
    if reply is Reply.EMERGENCY:
        return (
            _("If you took too much, or your body is in danger, call 911 now."),
            _("Do not wait until you feel worse. Stay with someone if you can."),
        )
    if reply is Reply.PRIVATE:
        # The other person may read along: nothing here repeats what was typed.
        return (_("You can ask for more kinds of help at any time: Help lists them."),)
    return (
        _("Thank you for saying that. You do not have to go through this alone."),
        _("You can talk with someone right now. It is free and private."),
    )


def reply_to_folder(typed: str, offered: str = "") -> Reply | None:
    """Return how to answer a cry for help that was typed as the name of a folder.

    Args:
        typed: The typed text; a path is never taken for a cry for help.
        offered: The path that the field contained at first.
    """
    words = typed.removeprefix(offered).strip()
    is_path = words.startswith(("/", "\\", "~", ".")) or words[1:2] == ":"
    return None if is_path else reply_to(words)


def cry_told(reply: Reply, help_lines: HelpLines) -> str:
    """Return the reply and whom to call as one paragraph.

    Args:
        reply: How to answer.
        help_lines: The help lines of the region.
    """
    lines = (f"{line.name}: {line.reach}." for line in cry_lines(reply, help_lines))
    return " ".join((*cry_words(reply), *lines))


def cry_lines(reply: Reply, help_lines: HelpLines) -> tuple[HelpLine, ...]:
    """Return whom to call, the most fitting first.

    Args:
        reply: How to answer.
        help_lines: The help lines of the region.
    """
    return help_lines.of(*_KINDS[reply])
