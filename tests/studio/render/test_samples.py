"""The sample values of a WhatsApp template: every variable has one, and what the brand says is none."""

import pytest

from studio.model.trade import Channel
from studio.paths import shipped
from studio.presets.brandfile import read_brand
from studio.presets.growth import plant
from studio.presets.library import read_library
from studio.render.personas import sample_personas
from studio.render.samples import sample_values

LIBRARY = read_library([shipped("presets")])
TEMPLATES = [
    (name, message.id, language)
    for name, preset in LIBRARY.presets.items()
    for message in preset.messages
    for language in preset.languages
    if message.channel is Channel.WHATSAPP
]


@pytest.mark.parametrize(("name", "message", "language"), TEMPLATES)
def test_every_variable_of_a_shipped_template_has_a_value(name, message, language):
    brand = read_brand(shipped("resources", "sample", "brand.toml"))
    project = plant(LIBRARY.preset(name), (language,), brand.brand, personas=sample_personas())
    values = sample_values(project, project.messages[message], language)
    assert values["person.first_name"]
    assert all(values.values())
    assert not [path for path in values if path.startswith(("shop.", "snippet."))]
