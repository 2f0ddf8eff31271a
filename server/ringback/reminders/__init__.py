"""Reminders of promised callbacks: due ones are claimed, sent by push, and recorded. Its README is the phone's half."""
