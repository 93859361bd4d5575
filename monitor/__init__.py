"""`monitor` follows one running news story and flags every figure that is new."""

__version__ = "0.1.0"
