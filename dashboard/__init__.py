"""The app that shows the figures and keeps the self-assessments."""

VERSIE = "0.1.0"
"""As in pyproject.toml; stands in everything that is taken along."""
