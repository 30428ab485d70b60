"""Runs a village-head election (pilkades) and lets anyone check it."""
