"""What can be wrong with a briefing, and how it is told: findings, their places and their codes."""
