"""Can the command that a backup names be pasted?"""

from shlex import quote

from click.testing import CliRunner

from dashboard.cli.backup import backup


def test_the_command_that_restores_can_be_pasted(tmp_path):
    """A path with a blank in it stands in quotes."""
    path, db = tmp_path / "my desk" / "x.sqlite", f"sqlite:///{tmp_path / 'desk.sqlite'}"
    path.parent.mkdir()
    said = CliRunner().invoke(backup, [str(path), "--db", db]).output
    assert f"`ssi-coach restore {quote(str(path))}`" in said
    assert quote(str(path)).startswith("'")
