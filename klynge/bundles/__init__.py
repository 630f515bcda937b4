"""Bundles (bevispakker): a part of the record as a folder that anybody can verify, years later. The format: docs/bundle.md."""
