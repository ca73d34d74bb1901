"""The section "Legacy imports" of the admin."""
