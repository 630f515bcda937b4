"""What nobody can be answered: why, in words for both languages."""


class Misasked(Exception):
    """Something is asked for that could never be found. `parameter` is which; `code` is why, and `da` and `en` say it."""

    def __init__(self, parameter: str, code: str, da: str, en: str) -> None:
        super().__init__(code)
        self.parameter = parameter
        self.code = code
        self.da = da
        self.en = en
