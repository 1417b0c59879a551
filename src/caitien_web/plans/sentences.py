"""What the history says of this app's actions."""

SENTENCES = {
    "plans.plan.started": "tạo kế hoạch {plan} ({origin})",
}
