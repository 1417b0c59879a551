"""Two people do the same step at the same moment."""

import threading
from datetime import date

from django.db import connection

from caitien_web.plans.actions import CannotIssue, Signing, approve_plan, issue_plan, submit_plan
from caitien_web.plans.models import SchoolPlan
from web.builders import NOW, a_plan

SIGNING = Signing("12/KH-THSN", date(2026, 9, 14), "Hiệu trưởng", "Hà Thị Mận")


def test_of_two_who_issue_at_once_one_does(at_once, school, head):
    plan = a_plan(school, head)
    submit_plan(plan, by=head, at=NOW)
    approve_plan(plan, by=head, at=NOW)
    said: list[str] = []
    start = threading.Barrier(2)

    def issue() -> None:
        mine = SchoolPlan.objects.of(school).get()
        start.wait()
        try:
            issue_plan(mine, SIGNING, by=head, at=NOW)
            said.append("issued")
        except CannotIssue as refusal:
            said.append(str(refusal))
        finally:
            connection.close()

    threads = [threading.Thread(target=issue) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said)[1] == "issued" and "người khác vừa làm bước khác" in sorted(said)[0]
    assert plan.versions.count() == 1
