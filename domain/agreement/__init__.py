"""Agreement (samarbejdsaftale): per party whether it has adopted, from when to when it holds, and how it ends."""
