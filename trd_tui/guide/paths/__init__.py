"""Every route through the guide, for sign-off: enumerated, counted, and told in words."""
