"""`presets`: the list with times, as a table and as JSON."""

from studio.model.outline import moment
from studio.paths import user_presets


def test_json_begins_with_its_schema_and_lists_every_preset(fabel):
    listed = fabel("presets", "--json").json
    assert next(iter(listed)) == "schema"
    assert {"cart-classic", "welcome-story", "cart-incentive-ladder"} <= {preset["id"] for preset in listed["presets"]}


def test_steps_stand_at_their_minutes_from_the_trigger(fabel):
    presets = {preset["id"]: preset for preset in fabel("presets", "--json").json["presets"]}
    assert [step["minutes"] for step in presets["cart-classic"]["steps"]] == [60, 1440, 3600]
    assert presets["cart-classic"]["source"] == ["000"]
    assert set(presets["cart-classic"]["languages"]) >= {"nb", "sv", "nl", "en"}


def test_steps_in_arms_name_their_arm(fabel):
    presets = {preset["id"]: preset for preset in fabel("presets", "--json").json["presets"]}
    arms = {step["message"]: step.get("arm") for step in presets["cart-incentive-ladder"]["steps"]}
    assert arms["gift"] == "Loyal customer"
    assert arms["goodbye"] is None


def test_a_rejoined_step_counts_the_longest_arm(fabel):
    presets = {preset["id"]: preset for preset in fabel("presets", "--json").json["presets"]}
    minutes = {step["message"]: step["minutes"] for step in presets["cart-incentive-ladder"]["steps"]}
    assert minutes["goodbye"] == 4320 + 1440 + 1440


def test_a_broken_preset_is_named_and_the_others_are_listed(fabel):
    (user_presets() / "mine").mkdir(parents=True)
    (user_presets() / "mine" / "preset.toml").write_text("schema = 1\nid = 'mine'\n")
    ran = fabel("presets")
    assert ran.code == 1
    assert "mine/preset.toml, line" in ran.err
    assert "cart-classic" in ran.out


def test_moments_are_said_in_the_largest_whole_unit():
    assert [str(moment(minutes)) for minutes in (0, 45, 60, 1440, 7200, 90)] == [
        "0",
        "45 min",
        "1 h",
        "24 h",
        "5 d",
        "90 min",
    ]


def test_the_table_counts_messages_by_channel_and_stays_narrow(fabel):
    lines = fabel("presets").out.splitlines()
    (line,) = [line for line in lines if line.startswith("cart-multichannel")]
    assert "1 push, 2 e-mail, 3 SMS, 1 call: 0 … 48 h" in line
    assert max(map(len, lines)) < 160
