"""All texts of a flow in one table, for translators and for whoever must read everything: CSV and Excel."""
