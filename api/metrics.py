"""Metrics: `/metrics`, what this process counts and measures, for Prometheus. It holds nothing of the record."""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping

from msgspec import Struct
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response

from domain.admission import Admission, admits


class Figure(Struct, frozen=True):
    """One of the process's figures. A count only grows, and is told as `klynge_…_total`."""

    name: str
    told: str
    values: Mapping[str, float] | float
    """By the value of its label, or the one value."""
    label: str = ""
    is_count: bool = False


Figures = Callable[[], Awaitable[Iterable[Figure]]]


class Told(Collector):
    """Figures as Prometheus reads them."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._figures = figures

    def collect(self) -> Iterator[Metric]:
        for figure in self._figures:
            family = (CounterMetricFamily if figure.is_count else GaugeMetricFamily)(
                f"klynge_{figure.name}", figure.told, labels=[figure.label] if figure.label else []
            )
            if isinstance(figure.values, Mapping):
                for value in sorted(figure.values):
                    family.add_metric([value], figure.values[value])
            else:
                family.add_metric([], figure.values)
            yield family


def metrics(figures: Figures) -> Callable[[Request], Awaitable[Response]]:
    """What answers at `/metrics`."""

    @admits(Admission.ANYBODY)
    async def read(_: Request) -> Response:
        registry = CollectorRegistry()
        registry.register(Told(tuple(await figures())))
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    return read
