"""Steps of the tables of elections; they import nothing of ours, so that they mean the same for ever."""
