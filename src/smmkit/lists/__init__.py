"""Lists that go out to colleagues as workbooks or CSV, and what becomes of them when they come back."""
