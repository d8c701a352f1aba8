"""Workbooks for Excel and LibreOffice: answers, whole seeds, and forms to fill in."""
