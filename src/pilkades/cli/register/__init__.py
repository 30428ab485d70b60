"""`pilkades register`: voter lists on the command line."""
