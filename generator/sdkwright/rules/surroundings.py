"""Rules for the configuration and for the output folder."""

from __future__ import annotations

from .rule import ERROR, INFO, WARNING, Rule

SURROUNDINGS = (
    Rule(
        "empty-configuration",
        ERROR,
        "The file that `--config` names holds no configuration of sdkwright.",
        "Write `spec` and `output`, in `pyproject.toml` under `[tool.sdkwright]`.",
    ),
    Rule(
        "missing-option",
        ERROR,
        "An option that every target needs is not there.",
        "Add it.",
    ),
    Rule(
        "unknown-option",
        ERROR,
        "There is no option of this name.",
        "Take the one that is suggested.",
    ),
    Rule(
        "wrong-option",
        ERROR,
        "The value of an option is of another kind than it takes.",
        "Write what the message asks for.",
    ),
    Rule(
        "wrong-template",
        ERROR,
        "A template of your own names what a view lacks, is no Jinja, or gives what is"
        " no Python.",
        "Compare it with ours, whose place it takes.",
    ),
    Rule(
        "unused-template",
        WARNING,
        "A file among your templates takes the place of none of ours.",
        "Call it as ours is called, from the folder of templates on.",
    ),
    Rule(
        "no-such-plugin",
        ERROR,
        "No plugin of this name is installed where sdkwright runs.",
        "Install its distribution, or mend its name.",
    ),
    Rule(
        "plugin-fails",
        ERROR,
        "A plugin raises an error, or gives back what is of no use.",
        "Mend the plugin at the line that is named, or ask its author to.",
    ),
    Rule(
        "same-output",
        ERROR,
        "Two targets are generated into one folder.",
        "Give each a folder of its own.",
    ),
    Rule(
        "not-ours",
        ERROR,
        "Where a generated file belongs stands one that sdkwright has not made.",
        "Move it away, or generate into another folder.",
    ),
    Rule(
        "edited-file",
        WARNING,
        "A generated file was edited since, and generating writes over it.",
        "Put code of your own into `_custom/`; what is to be generated otherwise, into"
        " the document, the configuration or a template.",
    ),
    Rule(
        "left-file",
        WARNING,
        "A file that is yours is no part of the SDK any more: its package is called"
        " otherwise now.",
        "Move what you have written in it, then remove it.",
    ),
    Rule(
        "unreadable-custom-code",
        ERROR,
        "A file of your own in `_custom/` is no Python, so that nobody knows which"
        " classes it takes over.",
        "Mend it where the message says.",
    ),
    Rule(
        "leads-outside",
        ERROR,
        "A symbolic link inside the output folder leads out of it.",
        "Replace the link by a folder, or generate to where it leads.",
    ),
    Rule(
        "unreadable-lock",
        ERROR,
        "`sdkwright.lock` was changed by hand or cannot be read, so that nobody knows"
        " which files are generated.",
        "Take it from version control, or move the whole folder away.",
    ),
    Rule(
        "foreign-journal",
        ERROR,
        "An unfinished run left a journal that sdkwright has not written.",
        "Remove the folder that the hint names.",
    ),
    Rule(
        "not-carried-over",
        INFO,
        "A part of another generator's configuration that `sdkwright init` does not"
        " carry over.",
        "Do what the hint says, or do without.",
    ),
    Rule(
        "disk",
        ERROR,
        "The operating system refuses to read or write a file.",
        "Mend what it says (space, permissions) and run the command once more.",
    ),
)
