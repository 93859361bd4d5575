"""What the daemon tells of itself to its own machine: ``/healthz`` for a supervisor, ``/metrics`` for Prometheus.

Off unless `health.listen` names a loopback address. ``/metrics`` needs the extra `metrics`.
"""

from monitor.health._server import PATIENCE, Pulse, served
from monitor.health._vitals import Vitals

__all__ = ["PATIENCE", "Pulse", "Vitals", "served"]
