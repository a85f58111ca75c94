"""Ten standard tasks: what is typed in each mode, and what a person must be told for the task to be done."""

from __future__ import annotations

from typing import NamedTuple


class Way(NamedTuple):
    """How a task is done in one mode.

    `before` leads to where the task begins. `steps` are typed lines in plain mode, keys in linear mode. What is told
    must hold the words of each of `tells`, in this order. `felt` is how the line under the cursor begins at the end.
    """

    before: tuple[str, ...]
    steps: tuple[str, ...]
    tells: tuple[str, ...]
    felt: str


class Task(NamedTuple):
    """One task.

    The output of the commands in `text` is the plain text of what is told; that of commands after a "-" is not.
    """

    name: str
    plain: Way
    linear: Way
    text: tuple[str, ...] = ()


CAUSES = ("down", "down", "down", "down", "enter")
FIRST_QUESTION = ("g", "1", "enter", "2", "enter")
"""The welcome and the offer of help, up to the first question."""
FIRST_QUESTION_PLAIN = ("g", "1", "2")
PROMPT_SECTION = "Number, n next, or ?:"
SECOND_QUESTION = "Are you taking an antidepressant now?"

TASKS = (
    Task(
        "start",
        Way((), (), ("Help in a crisis: h", "Contents, 23 sections", "Get help now", "Causes"), "Number, or ?"),
        Way((), (), ("Contents, 23 sections", "Get help now", "Causes", "988"), "Get help now"),
        ("outline",),
    ),
    Task(
        "open a section",
        Way((), ("5",), ("Causes", "Key points", "None of them is a fault", "Next"), PROMPT_SECTION),
        Way((), CAUSES, ("Causes, closed", "Causes", "Key points", "None of them is a fault"), "Causes"),
        ("show causes",),
    ),
    Task(
        "read on",
        Way(("5",), ("n",), ("What research has linked with TRD", "A link is not proof of cause"), PROMPT_SECTION),
        Way(CAUSES, ("]",), ("What research has linked with TRD", "A link is not proof of cause"), "What research has"),
        ("show causes-research",),
    ),
    Task(
        "search",
        Way(
            (),
            ("search shock", "1"),
            ("for shock", "Electroconvulsive therapy", "Electroconvulsive therapy", "It helps many people"),
            PROMPT_SECTION,
        ),
        Way(
            (),
            ("/", *"shock", "enter", "enter"),
            ("Search", "found", "ECT", "Electroconvulsive therapy", "It helps many people"),
            "Electroconvulsive therapy",
        ),
        ("search shock --limit 10", "show ect"),
    ),
    Task(
        "sources",
        Way(("5",), ("s",), ("Sources", "Causes", "Mayo Clinic", "Not yet reviewed"), PROMPT_SECTION),
        Way(CAUSES, ("s",), ("Sources", "Causes", "Everyday Health"), "Sources"),
        ("show causes --sources", "-show causes"),
    ),
    Task(
        "where am I",
        Way(("5",), ("w",), ("Section 5 of 23",), PROMPT_SECTION),
        Way(CAUSES, ("w",), ("Where you are", "Section 5 of 23"), "Where you are"),
    ),
    Task(
        "help now and back",
        Way(("5",), ("h",), ("Get help now", "United States", "Call or text 988"), PROMPT_SECTION),
        Way(
            CAUSES,
            ("f2", "escape"),
            ("Get help now", "United States", "Call or text 988", "Causes"),
            "Causes",
        ),
        ("help-now",),
    ),
    Task(
        "answer a question",
        Way(FIRST_QUESTION_PLAIN, ("3",), ("Question 2", SECOND_QUESTION, "Yes", "Q2, 1 to 5"), "Q2, 1 to 5, or ?:"),
        Way(FIRST_QUESTION, ("3", "enter"), ("One, chosen", "Question 2", SECOND_QUESTION, "Yes"), "Are you taking"),
    ),
    Task(
        "make an error and recover",
        Way(
            FIRST_QUESTION_PLAIN,
            ("99", "3"),
            ("Error: 99 is not an answer to question 1", "Q1", "Question 2", SECOND_QUESTION),
            "Q2, 1 to 5, or ?:",
        ),
        Way(
            FIRST_QUESTION,
            ("enter", "3", "enter"),
            ("Choose an answer", "One, chosen", "Question 2", SECOND_QUESTION),
            "Are you taking",
        ),
    ),
    Task(
        "the sheet",
        Way(
            (*FIRST_QUESTION_PLAIN, "3"),
            ("stop", "v"),
            ("What to talk over", "To take along", "You have tried one so far", "What to bring", "Past diagnoses"),
            "1 to 9, print, save FILE",
        ),
        Way(
            (*FIRST_QUESTION, "3", "enter"),
            ("e", "v", *["down"] * 19),
            ("What to talk over", "To take along", "You have tried one so far", "What to bring", "Past diagnoses"),
            "Your last blood tests",
        ),
        ("guide --sheet --answers {answers}",),
    ),
)
