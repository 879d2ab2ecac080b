"""Preferences survive what happens to files, and never keep the program from starting."""

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map

from studio.errors import StudioError
from studio.settings import (
    Settings,
    joined_address,
    load_settings,
    parted_address,
    save_settings,
    settings_file,
    shown_address,
)

WORDS = st.text(max_size=8)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


@given(
    settings=st.builds(
        Settings,
        language=WORDS,
        preset_folders=st.lists(WORDS, max_size=3).map(tuple),
        shortcuts=st.dictionaries(WORDS, WORDS, max_size=3).map(Map),
        last_spot=st.tuples(WORDS, WORDS, WORDS),
        preview_open=st.booleans(),
    )
)
def test_what_is_saved_is_loaded(settings, tmp_path_factory):
    file = tmp_path_factory.mktemp("settings") / "settings.json"
    save_settings(file, settings)
    assert load_settings(file) == settings


@given(plain=st.dictionaries(st.sampled_from([each.name for each in fields(Settings)]), PLAIN))
def test_a_value_of_another_shape_has_its_default_and_the_others_stay(plain, tmp_path_factory):
    file = tmp_path_factory.mktemp("settings") / "settings.json"
    file.write_text(json.dumps({"schema": 1, **plain, "theme": "dark"}))
    loaded = load_settings(file)
    assert loaded.theme == "dark"
    assert all(type(getattr(loaded, each.name)) is type(getattr(Settings(), each.name)) for each in fields(Settings))


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 10**5, b'"text"'])
def test_a_file_that_cannot_be_read_gives_the_defaults(content, tmp_path):
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert load_settings(file) == Settings()


def test_no_file_gives_the_defaults(tmp_path):
    assert load_settings(tmp_path / "settings.json") == Settings()


def test_a_broken_file_is_kept_beside_the_new_one(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text('{"theme": "dark", ')
    save_settings(file, Settings())
    assert (tmp_path / "settings.json.broken").read_text() == '{"theme": "dark", '


def test_what_a_newer_program_prefers_is_kept(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text('{"schema": 2, "margin": "wide", "theme": "dark"}')
    save_settings(file, load_settings(file))
    assert json.loads(file.read_text())["margin"] == "wide"


def test_a_disk_that_refuses_is_a_sentence_and_harms_nothing(tmp_path):
    (tmp_path / "folder").write_text("")
    with pytest.raises(StudioError, match="The preferences could not be kept"):
        save_settings(tmp_path / "folder" / "settings.json", Settings())


def test_settings_lie_in_the_person_s_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("FABEL_HOME", str(tmp_path))
    assert settings_file() == tmp_path / "settings.json"


@pytest.mark.parametrize(
    ("whole", "plain", "password"),
    [
        ("postgresql://kari:a@b%2F@db/fabel", "postgresql://kari@db/fabel", "a@b%2F"),
        (
            "postgresql://kari:x@db/fabel?options=-csearch_path%3Da",
            "postgresql://kari@db/fabel?options=-csearch_path%3Da",
            "x",
        ),
        ("postgresql://kari@db:5432/fabel", "postgresql://kari@db:5432/fabel", ""),
        ("postgresql://db:5432/fabel", "postgresql://db:5432/fabel", ""),
        ("/home/kari/a:b@c.sqlite", "/home/kari/a:b@c.sqlite", ""),
    ],
)
def test_a_password_is_parted_from_an_address_and_joined_again(whole, plain, password):
    assert parted_address(whole) == (plain, password)
    assert joined_address(plain, password) == whole


@pytest.mark.parametrize(
    ("whole", "shown"),
    [
        ("postgresql://kari:a@b%2F@db/fabel", "postgresql://db/fabel"),
        ("postgresql:/kari:x@db/fabel", "postgresql:/db/fabel"),
        (
            "postgresql://db/fabel?user=kari&password=x&sslmode=require",
            "postgresql://db/fabel?user=kari&password=&sslmode=require",
        ),
        ("u:x@db/fabel", "u:db/fabel"),
        ("postgresql://db/fabel?PASSWORD=x", "postgresql://db/fabel?PASSWORD="),
        ("C:/kari/b@c.sqlite", "C:/kari/b@c.sqlite"),
        ("/home/kari/a:b@c.sqlite", "/home/kari/a:b@c.sqlite"),
        ("C:\\kari\\b@c.sqlite", "C:\\kari\\b@c.sqlite"),
    ],
)
def test_a_sentence_shows_an_address_without_what_is_secret(whole, shown):
    assert shown_address(whole) == shown
