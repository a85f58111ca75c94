"""The program with real programs around it; they must be installed."""
