"""Commands on a team's workspace at a PostgreSQL server, whose password no sentence tells."""

import pytest

from studio.store.archive.reading import read_fabel
from studio.store.store import open_store
from tests.studio.store.postgres import postgres

__all__ = ["postgres"]

PASSWORD = "hemmelig"


@pytest.fixture
def shared(cart, postgres):
    """Return the address of a workspace that holds the cart, with a password in it."""
    address = postgres.new_workspace().replace("fabel@", f"fabel:{PASSWORD}@")
    opened = read_fabel(cart)
    with open_store(address) as store:
        for asset in opened.project.assets.values():
            store.assets.put(opened.content[asset.id], asset.media_type)
        store.create(opened.project)
    return address


@pytest.fixture
def name(cart):
    return read_fabel(cart).project.name


@pytest.mark.postgres
def test_a_shared_workspace_is_checked_and_exported(fabel, shared, name, tmp_path):
    assert fabel("check", name, "--workspace", shared).code == 0
    ran = fabel("export", "html", name, "--workspace", shared, "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    assert (tmp_path / "out" / "cart-classic" / "nb" / "manifest.json").is_file()


@pytest.mark.postgres
def test_a_flow_of_a_shared_workspace_is_pushed_at_once_and_later(fabel, shared, name, kept, klaviyo_fake):
    kept()
    push = ("push", "klaviyo", name, "--workspace", shared, "--language")
    assert fabel(*push, "nb").code == 0
    assert fabel(*push, "sv", "--later").code == 0
    assert fabel("queue", "--workspace", shared, "--run").code == 0
    assert len(klaviyo_fake.flows) == 2


@pytest.mark.postgres
def test_a_project_that_is_not_in_a_shared_workspace_is_told_without_the_password(fabel, shared):
    ran = fabel("check", "Ingen", "--workspace", shared)
    assert (ran.code, "has no project “Ingen”" in ran.err) == (2, True)
    assert PASSWORD not in ran.err


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://fabel:{0}@127.0.0.1:1/fabel",
        "postgresql://127.0.0.1:1/fabel?user=fabel&password={0}",
        "postgresql:/fabel:{0}@127.0.0.1:1/fabel",
        "mysql://fabel:{0}@127.0.0.1:1/fabel",
        "postgresql://fabel:{0}@127.0.0.1:port/fabel",
    ],
)
@pytest.mark.parametrize("command", [("check", "Ingen"), ("queue",)])
def test_an_address_that_leads_nowhere_is_told_without_the_password(fabel, address, command):
    ran = fabel(*command, "--workspace", address.format(PASSWORD))
    assert ran.code in (1, 2, 3)
    assert ran.err.startswith("fabel: ")
    assert PASSWORD not in ran.err
