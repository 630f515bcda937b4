"""The meeting under way, recorded once; each test serves a copy."""

from tests.realtime.conftest import folder, pytest_asyncio_loop_factories, recorded_meeting, served

__all__ = ["folder", "pytest_asyncio_loop_factories", "recorded_meeting", "served"]
