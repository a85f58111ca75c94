"""Help now when nothing else works: the one text that stands in the program, so that broken content cannot hide it.

A test holds it to the numbers in content/en/help-now.yaml.
"""

HELP_NOW = """\
Get help now
United States: call or text 988, any hour, free. In danger now: call 911.
Canada: call or text 988. In danger now: call 911.
United Kingdom: call 116 123. In danger now: call 999 or 112.
Ireland: call 116 123. In danger now: call 999 or 112.
Australia: call 13 11 14. In danger now: call 000.
New Zealand: call or text 1737. In danger now: call 111.
European Union: in danger now, call 112.
Any other country: findahelpline.com
"""

OUT_OF_ORDER = "The reader cannot start just now. Please tell the staff:"

NO_ROOM = ("there is too little memory for the reader", "Give it more (ulimit -v), or end other programs.")
