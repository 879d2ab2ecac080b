"""The coach: what the five source documents and the law ask of a flow, as rules that say where and why."""

from studio.checks.coach.rounds import RULES, coach_findings, with_waivers

__all__ = ["RULES", "coach_findings", "with_waivers"]
