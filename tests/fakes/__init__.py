"""Fakes of the e-mail services: real HTTP on loopback, strict about what the services are strict about."""
