"""The guide on the full screen: what stands there at each stage, and the way from one to the next."""
