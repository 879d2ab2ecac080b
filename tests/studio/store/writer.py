"""Another program that writes into the same workspace; called with its address, a project, blocks and how often."""

import sys

from studio.store.store import open_store
from tests.studio.store.shop import said, write


def main(address, project_id, blocks, times):
    """Write the blocks (joined by +) again and again, and say so after each write."""
    with open_store(address) as store:
        seen = store.load(project_id)
        for number in range(int(times)):
            mine = seen
            for block in blocks.split("+"):
                mine = said(mine, block, f"{block} {number}")
            seen = write(store, seen, mine).project
            print(number, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
