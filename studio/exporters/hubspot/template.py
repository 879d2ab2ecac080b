"""A message's HTML as a coded template of HubSpot's: annotated, and with what the law and the service want in it."""

from __future__ import annotations

import re

# All of them must stand in a template for marketing e-mail (documented); the dialect prints none of them.
COMPANY = (
    *("company_name", "company_street_address_1", "company_street_address_2"),
    *("company_city", "company_state", "company_zip", "company_country"),
)
ADDRESS = "{{ site_settings.company_name }}, " + " ".join(
    f"{{{{ site_settings.{name} }}}}" for name in COMPANY if name != "company_name"
)
"""The company's name and address as they stand in the account."""
_PROGRAMMABLE = "  isEnabledForEmailV3Rendering: true\n"
# Documented: “Create emails with programmable content” for the annotation, “If statements” for what needs it.
_CONDITION = re.compile(r"\{%-?\s*if\b")
_END = re.compile(r"</body\s*>", re.IGNORECASE)
_WAY_OUT = re.compile(r"\{\{\s*unsubscribe_link(_all)?\s*\}\}")


def coded(html: str, label: str, subject: str = "") -> str:
    """Return HTML as a coded template; `label` is what people see in the design manager.

    Where it or the `subject` of its e-mail holds a condition, the template says that it is programmable: HubSpot asks a
    condition about a contact in such e-mails only. The others go without, because HubSpot limits their sending.
    """
    plain = " ".join(label.replace("--", "–").split())
    asks = _PROGRAMMABLE if _CONDITION.search(f"{html}\n{subject}") else ""
    notes = f"<!--\n  templateType: email\n  isAvailableForNewContent: true\n{asks}  label: {plain}\n-->\n"
    missing = [f"{{{{ site_settings.{name} }}}}" for name in COMPANY if f"site_settings.{name}" not in html]
    if not missing:
        return notes + html
    style = "margin:0;padding:16px;text-align:center;font-size:12px;line-height:18px;color:#767676;"
    address = f'<p style="{style}">{" ".join(missing)}</p>'
    end = _END.search(html)
    return notes + (html[: end.start()] + address + html[end.start() :] if end else html + address)


def has_way_out(html: str) -> bool:
    """Return whether a template holds a link by which a reader can unsubscribe."""
    return bool(_WAY_OUT.search(html))
