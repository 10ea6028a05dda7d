"""Brings data in: fetches deliveries, keeps them, builds the warehouse and publishes it."""


class EtlError(Exception):
    """A step that could not be done. The message is Dutch and says what to do about it."""
