"""The door: `python -m dashboard` opens the app, with a sub-command it is the command line."""

from dashboard.cli.main import main

if __name__ == "__main__":
    main()
