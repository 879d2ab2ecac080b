"""The permissions that a private key needs at Klaviyo, each with what it is for."""

from __future__ import annotations

from immutables import Map

from studio.i18n import Sentence, sentence

SCOPES: Map[str, Sentence] = Map(
    {
        "accounts:read": sentence("to see whose account the key opens"),
        "flows:read": sentence("to find flows that exist and see what was changed in them"),
        "flows:write": sentence("to make flows as drafts, change them, and switch them on when you say so"),
        "templates:read": sentence("to find templates that exist and see what was changed in them"),
        "templates:write": sentence("to make and change templates"),
        "images:read": sentence("to find pictures that exist"),
        "images:write": sentence("to upload pictures"),
        "metrics:read": sentence("to find the events that start flows, and the fields they have"),
        "lists:read": sentence("to find the lists that start flows"),
        "segments:read": sentence("to find the segments that start flows"),
        "coupons:read": sentence("to find coupons that exist"),
        "coupons:write": sentence("to make the coupons that give each reader a code"),
    }
)

PROBES: Map[str, str] = Map(
    {
        "flows:read": "/api/flows?page[size]=1",
        "templates:read": "/api/templates?page[size]=1",
        "images:read": "/api/images?page[size]=1",
        "metrics:read": "/api/metrics",
        "lists:read": "/api/lists?page[size]=1",
        "segments:read": "/api/segments?page[size]=1",
        "coupons:read": "/api/coupons",
    }
)
"""What is read to see whether a key has a scope; those to write show only when something is written."""
