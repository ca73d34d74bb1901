"""The engines of the site: one line for each, in the order in which they are offered."""

from .deepl import DeepLEngine
from .engine import Engine
from .fake import FakeEngine
from .local import LocalEngine
from .openai_compatible import OpenAICompatibleEngine

ENGINES: tuple[Engine, ...] = (
    OpenAICompatibleEngine(),
    DeepLEngine(),
    LocalEngine(),
    FakeEngine(),
)


def engines() -> dict[str, Engine]:
    """Every engine by its name; whether one can be asked it says itself."""
    return {engine.name: engine for engine in ENGINES}
