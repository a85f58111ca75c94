"""The questions on what may stand in the way of treatment. Pure: answers in; next question, findings, sheet out."""
