"""Backups (sikkerhedskopier): made, looked through and put back by commands (`docs/operations/backup.md`)."""
