"""Pages are valid HTML, as the Nu checker of the W3C has it, but for what the theme does."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

# `make test` installs it (npm's `vnu-jar`) where it can.
JAR = Path(__file__).parents[2] / ".venv/vnu/node_modules/vnu-jar/build/dist/vnu.jar"
OF_THE_THEME = (
    "Attribute “autocomplete” is only allowed when the input type is",  # on hidden switches
    "The value of the “for” attribute of the “label” element must be the ID of",  # without contents
)


@pytest.mark.slow
@pytest.mark.parametrize("briefing", ["flagship", "tiny"])
def test_the_nu_checker_reports_no_error_of_ours(finished, briefing: str) -> None:
    if not JAR.is_file() or shutil.which("java") is None:
        pytest.skip("no Nu HTML checker: `make test` installs it where there are npm and Java")
    command = ["java", "-jar", str(JAR), "--errors-only", "--format", "json", "--skip-non-html"]
    done = subprocess.run(
        [*command, str(finished(briefing))], capture_output=True, text=True, check=False
    )
    said = [
        (message["url"].rpartition("/")[2], message["message"], message.get("extract"))
        for message in json.loads(done.stderr)["messages"]
        if not message["message"].startswith(OF_THE_THEME)
    ]
    assert said == []
