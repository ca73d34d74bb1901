"""What readers of a translation are told about the Chinese text, and can compare with it.

``freshness_notice`` says how far a translation follows the Chinese, ``changed_passages`` shows what
differs, and ``parallel`` sets a page in two languages side by side.
"""
