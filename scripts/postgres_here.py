"""Print the address of a PostgreSQL that answers on 127.0.0.1:5432 and trusts us, for the second run of the tests.

Prints nothing where none does; what is wanted beside it is told on standard error.
"""

import getpass
import sys

import psycopg


def main() -> None:
    for user in (getpass.getuser(), "postgres"):
        address = f"postgres://{user}@127.0.0.1:5432/postgres"
        try:
            with psycopg.connect(address, connect_timeout=3) as found:
                if found.info.server_version >= 150000:
                    print(address)
                    return
        except psycopg.Error:
            continue
    print("No PostgreSQL 15 or newer answers on 127.0.0.1:5432: the tests ran on SQLite only.", file=sys.stderr)


if __name__ == "__main__":
    main()
